package io.suturescope.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.incidents.IncidentDetail;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedStackTest {

  @Test
  void theMarksSayWhichPartFailed() {
    List<RecordedStack.Marked> frames =
        RecordedStack.read(
            List.of(
                """
                  File "app.py", line 21, in greeting
                    return "Hello " + user.profile.nick.title()
                                      ^^^^^^^^^^^^^^^^^
                """));
    assertThat(frames).hasSize(1);
    RecordedStack.Marked crashed = frames.getFirst();
    assertThat(crashed.frame())
        .isEqualTo(
            new IncidentDetail.Frame(
                "app.py", 21, "greeting", "return \"Hello \" + user.profile.nick.title()", true));
    assertThat(crashed.frame().code().substring(crashed.from(), crashed.to()))
        .isEqualTo("user.profile.nick");
  }

  @Test
  void onlyTheInnermostFrameRaised() {
    List<RecordedStack.Marked> frames =
        RecordedStack.read(
            List.of(
                "  File \"/srv/a.py\", line 1, in main\n    run()\n",
                "  File \"/srv/b.py\", line 2, in run\n    1/0\n    ~^~\n"));
    assertThat(frames).extracting(f -> f.frame().crashed()).containsExactly(false, true);
  }

  @Test
  void whatIsNoTracebackIsNoFrame() {
    assertThat(RecordedStack.read(List.of("", "not a stack", "  File \"x", "\u0000"))).isEmpty();
    assertThat(RecordedStack.read(List.of("  File \"x\", line 99999999999, in f"))).isEmpty();
  }

  @Test
  void marksBeyondTheLineAreCut() {
    List<RecordedStack.Marked> frames =
        RecordedStack.read(List.of("  File \"a\", line 1, in f\n    x\n    ^^^^^^^^\n"));
    assertThat(frames.getFirst().to()).isEqualTo(1);
  }
}
