package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Position;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Says which patched instructions come from the piece of source under the pointer.
final class SourceLink {

  private static final int MOST = 8;

  private final List<Instruction> instructions;
  private final StackPane root = new StackPane();
  private String said = "";

  SourceLink(Optional<CodeDiff> code) {
    instructions =
        code.stream()
            .flatMap(diff -> diff.pairs().stream())
            .flatMap(pair -> pair.rows().stream())
            .flatMap(row -> row.right().stream())
            .filter(instruction -> instruction.position().isPresent())
            .toList();
    root.setMinHeight(Region.USE_PREF_SIZE);
    say(Words.of("source.look"));
  }

  boolean hasInstructions() {
    return !instructions.isEmpty();
  }

  Node root() {
    return root;
  }

  /// @param column in bytes of UTF-8
  void pointed(int line, int column) {
    List<Instruction> here =
        instructions.stream()
            .filter(i -> i.position().filter(p -> covers(p, line, column)).isPresent())
            .toList();
    if (here.isEmpty()) {
      say(Words.of("source.nothing_here"));
      return;
    }
    String some =
        here.stream()
            .limit(MOST)
            .map(i -> "`" + i.offset() + " " + text(i).replace("`", "'") + "`")
            .collect(Collectors.joining(" "));
    String more = here.size() > MOST ? " " + Words.of("section.more", here.size() - MOST) : "";
    say(Words.of("source.from_here", some) + more);
  }

  private static boolean covers(Position position, int line, int column) {
    return position.line() == line
        && position.hasColumns()
        && position.column() <= column
        && (position.endLine() > line || column < position.endColumn());
  }

  private static String text(Instruction instruction) {
    return VisibleText.line((instruction.opname() + " " + instruction.argrepr()).strip());
  }

  private void say(String text) {
    if (!text.equals(said)) {
      said = text;
      root.getChildren().setAll(Phrases.quoted(text, "detail-prose"));
    }
  }
}
