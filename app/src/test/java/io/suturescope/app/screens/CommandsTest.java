package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.frame.FrameState.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {

  private static List<Command> all(Screen screen) {
    List<Command> all = new ArrayList<>(Commands.all(false));
    all.addAll(TriageCommands.all(screen == Screen.INCIDENTS));
    all.addAll(PatchCommands.all(screen));
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void noTwoCommandsHaveOneKeyOrOneName(Screen screen) {
    assertThat(all(screen)).extracting(Command::id).doesNotHaveDuplicates();
    assertThat(all(screen).stream().map(Command::key).flatMap(Optional::stream))
        .filteredOn(key -> key.length() > 1)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyScreenCanBeGoneToFromEveryOther(Screen screen) {
    for (Screen from : Screen.values()) {
      assertThat(all(from))
          .filteredOn(command -> command.id().equals(Commands.GO + screen.id()))
          .singleElement()
          .satisfies(command -> {
            assertThat(command.name()).isEqualTo(screen.title());
            assertThat(command.whyDisabled()).isEmpty();
          });
    }
  }
}
