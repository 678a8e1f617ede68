package io.suturescope.views.code;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.OpcodeWords;
import io.suturescope.model.diff.Change;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.text.VisibleText;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The instructions of a patch beside those that it replaced.
final class BytecodeTab {

  private static final int LINES_AROUND = 2;

  private final DiffPane diff = new DiffPane(DiffPane.Kind.INSTRUCTIONS);
  private final ComboBox<Choice> codes = new ComboBox<>();
  private final SectionsPane sections = new SectionsPane();
  private final VBox head = new VBox();
  private final StackPane footer = new StackPane();
  private final VBox filled;
  private final StackPane root = new StackPane();
  private final boolean inDetail;
  private Optional<PatchPage> page = Optional.empty();
  private Optional<SourceExcerpt> excerpt = Optional.empty();

  /// One code object of several.
  private record Choice(String name, CodeDiff.Pair pair) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// @param inDetail true where the tab stands in a narrow pane
  BytecodeTab(PatchActions actions, boolean inDetail) {
    this.inDetail = inDetail;
    diff.onLook(this::look);
    codes.setAccessibleText(Words.of("code.objects"));
    codes.getStyleClass().addAll("small", "code-objects");
    codes.setOnAction(_ -> chosen());
    diff.tools().choice(codes);
    diff.tools().more(CodeParts.exports(actions, PatchActions.Part.BYTECODE));
    if (inDetail) {
      diff.tools().add(CodeParts.wide(actions));
    }
    VBox.setVgrow(diff.root(), Priority.ALWAYS);
    head.getStyleClass().add("diff-head");
    footer.getStyleClass().add("diff-footer");
    footer.setMinHeight(Region.USE_PREF_SIZE);
    diff.root().getStyleClass().add("instructions");
    filled = new VBox(head, diff.tools().root(), diff.root(), footer, sections.root());
    filled.getStyleClass().add("code-tab");
    filled.setMinWidth(0);
    root.setMinWidth(0);
  }

  Node root() {
    return root;
  }

  void show(PatchPage shown) {
    page = Optional.of(shown);
    head.getChildren().clear();
    excerpt = Optional.empty();
    if (shown.bytecode().diff().isEmpty()) {
      root.getChildren()
          .setAll(CodeParts.body(Labels.block(shown.bytecode().unreadable(), "muted")));
      return;
    }
    shown.trust().warnings().stream()
        .filter(PatchPage.Warning::grave)
        .map(CodeParts::warning)
        .forEach(head.getChildren()::add);
    if (!shown.explanation().sentence().isEmpty()) {
      head.getChildren().add(Phrases.flow(shown.explanation().sentence()));
    }
    if (!inDetail) {
      shown.explanation().details().stream()
          .limit(1)
          .map(detail -> Phrases.quoted(detail, "detail-prose"))
          .forEach(head.getChildren()::add);
    }
    shown
        .source()
        .filter(source -> !source.lines().isEmpty())
        .ifPresent(source -> {
          SourceExcerpt made = new SourceExcerpt(source, LINES_AROUND, diff::markFrom);
          excerpt = Optional.of(made);
          head.getChildren().add(made.root());
        });
    shown
        .bytecode()
        .diff()
        .flatMap(CodeDiff::coarse)
        .ifPresent(coarse -> head.getChildren().add(Labels.block(coarse, "mild-notice")));
    List<Choice> choices = choices(shown.bytecode().diff().get());
    codes.getItems().setAll(choices);
    codes.setVisible(choices.size() > 1);
    codes.setManaged(choices.size() > 1);
    codes.getSelectionModel().select(firstChanged(choices));
    chosen();
    root.getChildren().setAll(filled);
  }

  private static List<Choice> choices(CodeDiff code) {
    List<Choice> choices = new ArrayList<>();
    for (CodeDiff.Pair pair : code.pairs()) {
      long changes = pair.rows().stream().filter(row -> row.change() != Change.SAME).count();
      String name =
          VisibleText.line(
              pair.right().or(pair::left).map(side -> side.code().qualname()).orElse(pair.path()));
      String counted =
          changes == 0
              ? Words.of("code.object.same", name)
              : Words.of("code.object.changed", name, changes);
      choices.add(new Choice(counted, pair));
    }
    return choices;
  }

  private static Choice firstChanged(List<Choice> choices) {
    return choices.stream()
        .filter(c -> c.pair().rows().stream().anyMatch(row -> row.change() != Change.SAME))
        .findFirst()
        .orElse(choices.getFirst());
  }

  private void chosen() {
    Choice choice = codes.getSelectionModel().getSelectedItem();
    if (choice != null && page.isPresent()) {
      PatchPage.Bytecode bytecode = page.get().bytecode();
      diff.crashedAt(page.get().source().flatMap(SourceExcerpt::failed));
      diff.show(SideRows.of(choice.pair()), bytecode.left(), bytecode.right());
      sections.show(choice.pair());
      say(Words.of("code.look"));
    }
  }

  private void look(Optional<SideRow.Cell> cell) {
    Optional<SideRow.Origin> origin = cell.flatMap(SideRow.Cell::origin);
    say(origin.map(BytecodeTab::said).orElseGet(() -> Words.of("code.look")));
    excerpt.ifPresent(source ->
        origin.filter(o -> o.line() > 0).ifPresentOrElse(source::mark, source::markCrash));
  }

  private void say(String text) {
    footer.getChildren().setAll(Phrases.quoted(text, "detail-prose"));
  }

  private static String said(SideRow.Origin origin) {
    // The sentence begins with the name.
    String does =
        OpcodeWords.of(origin.opname())
            .map(text -> "`" + origin.opname() + "`" + text.substring(origin.opname().length()))
            .orElse("`" + origin.opname() + "`");
    String place =
        origin.line() == 0
            ? Words.of("code.no_line")
            : origin.column() < 0
                ? Words.of("code.line", Integer.toString(origin.line()))
                : Words.of(
                    "code.columns",
                    Integer.toString(origin.line()),
                    Integer.toString(origin.column() + 1),
                    Integer.toString(origin.endColumn()));
    return does + "  " + place;
  }
}
