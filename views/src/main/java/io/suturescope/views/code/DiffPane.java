package io.suturescope.views.code;

import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextRow.Range;
import io.suturescope.views.code.CodeColumn.Line;
import io.suturescope.views.code.SideRow.Cell;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.WrapLine;
import io.suturescope.views.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Rows of instructions or lines: side by side where there is room, in one column where there is
/// not, or as a list of sentences.
final class DiffPane {

  /// What the rows are.
  enum Kind {
    INSTRUCTIONS,
    LINES
  }

  private static final double ROOM_FOR_TWO = 46;
  private static final double GUTTER = 7.4;
  private static final int LEAST_CHARACTERS = 20;

  private final Kind kind;
  private final CodeColumn left;
  private final CodeColumn right;
  private final WrapLine leftHead = head();
  private final WrapLine rightHead = head();
  private final VBox sides;
  private final ListView<LinearDiff.Entry> list = new ListView<>();
  private final StackPane root = new StackPane();
  private final Label probe = Labels.words("0000000000", "code");
  private final DiffTools tools;
  private Consumer<Optional<Cell>> looked = _ -> {};
  private List<SideRow> rows = List.of();
  private Folds folds = new Folds(List.of(), false);
  private List<Shown> shown = List.of();
  private CodeColumn leading;
  private boolean narrow;
  private boolean wrapping;
  private String wanted = "";
  private int wrapWidth;
  private int current = -1;
  private Optional<Cell> lookedAt = Optional.empty();
  private Optional<SideRow.Origin> crash = Optional.empty();
  private PatchPage.Side before = PatchPage.Side.named("");
  private PatchPage.Side after = PatchPage.Side.named("");

  DiffPane(Kind kind) {
    this.kind = kind;
    wrapping = kind == Kind.LINES;
    this.tools = new DiffTools(this, wrapping);
    this.left = column("diff.left");
    this.right = column("diff.right");
    HBox columns = new HBox(left.root(), right.root());
    for (Region each : List.of(leftHead, rightHead, left.root(), right.root())) {
      each.setMinWidth(0);
      each.setPrefWidth(0);
      HBox.setHgrow(each, Priority.ALWAYS);
    }
    // The rows of both sides stand on one line only when they begin at one height.
    sides = new VBox(new HBox(leftHead, rightHead), columns);
    VBox.setVgrow(columns, Priority.ALWAYS);
    sides.getStyleClass().add("diff-sides");
    left.root().getStyleClass().add("diff-left");
    leftHead.getStyleClass().add("diff-left");
    list.getStyleClass().add("diff-list");
    list.setAccessibleText(Words.of("diff.list"));
    list.setCellFactory(_ -> new SentenceCell());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    list.setVisible(false);
    probe.setVisible(false);
    probe.setManaged(false);
    root.getStyleClass().add("diff");
    root.getChildren().addAll(probe, sides, list);
    root.setMinSize(0, 0);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.widthProperty()
        .addListener((ObservableValue<? extends Number> _, Number _, Number now) ->
            resized(now.doubleValue()));
    leading = right;
    leads(left, right);
    leads(right, left);
  }

  private CodeColumn column(String name) {
    CodeColumn column =
        new CodeColumn(
            kind == Kind.INSTRUCTIONS ? CodeWords::ofInstruction : CodeWords::ofPython,
            Words.of(name));
    column.area().addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered(column, e));
    column.area().addEventHandler(MouseEvent.MOUSE_CLICKED, e -> clicked(column, e));
    column.area().currentParagraphProperty().addListener((_, _, line) -> caretMoved(column, line));
    column.area().addEventFilter(KeyEvent.KEY_PRESSED, e -> foldKey(column, e));
    MenuItem copy = new MenuItem(Words.of("detail.copy"));
    copy.setOnAction(_ -> copy(column.equals(left)));
    column.area().setContextMenu(new ContextMenu(copy));
    return column;
  }

  /// Lets one side scroll with the other while hands are on that one. Were both bound to each
  /// other, the estimates of the one would pull back the other.
  private void leads(CodeColumn leader, CodeColumn follower) {
    leader.root().addEventFilter(InputEvent.ANY, e -> takesLead(leader, e));
    leader
        .area()
        .estimatedScrollYProperty()
        .addListener((_, _, y) -> {
          if (leading.equals(leader)) {
            follower.area().estimatedScrollYProperty().setValue(y);
          }
        });
  }

  private void takesLead(CodeColumn column, InputEvent event) {
    EventType<?> type = event.getEventType();
    if (type == ScrollEvent.SCROLL
        || type == MouseEvent.MOUSE_PRESSED
        || type == KeyEvent.KEY_PRESSED) {
      leading = column;
    }
  }

  private static WrapLine head() {
    WrapLine head = new WrapLine(0.5, 0.2);
    head.getStyleClass().add("diff-side");
    return head;
  }

  /// @param was the other side where both share a column
  private static void title(WrapLine head, Optional<PatchPage.Side> was, PatchPage.Side side) {
    head.clear();
    was.ifPresent(
        other -> head.add(fixed(Labels.words(Words.of("diff.to", other.title()), "strong"))));
    head.add(fixed(Labels.words(side.title(), "strong")));
    side.origin().forEach(chip -> head.add(fixed(new ChipLabel(chip))));
    if (!side.note().isEmpty()) {
      head.add(Labels.data(side.note(), "muted", "small-text"));
    }
  }

  private static Label fixed(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  Region root() {
    return root;
  }

  /// The buttons for it, to be put where the screen wants them.
  DiffTools tools() {
    return tools;
  }

  /// Told of the cell under the pointer or the caret, right side first; empty for none.
  void onLook(Consumer<Optional<Cell>> listener) {
    looked = listener;
  }

  /// Shows other rows, unchanged ones folded away where there are many.
  void show(List<SideRow> other, PatchPage.Side left, PatchPage.Side right) {
    rows = List.copyOf(other);
    before = left;
    after = right;
    lookedAt = Optional.empty();
    folds = new Folds(rows, tools.folding());
    current = -1;
    wanted = "";
    List<LinearDiff.Entry> sentences =
        kind == Kind.INSTRUCTIONS ? LinearDiff.ofInstructions(rows) : LinearDiff.ofLines(rows);
    list.getItems().setAll(sentences);
    tools.show(counts(), changes().size());
    draw(0);
  }

  private String counts() {
    List<String> parts = new ArrayList<>();
    for (Change change : List.of(Change.ADDED, Change.REMOVED, Change.CHANGED, Change.MOVED)) {
      long count = rows.stream().filter(row -> row.change() == change).count();
      if (count > 0) {
        parts.add(
            Words.number(count)
                + " "
                + Words.of("change." + change.name().toLowerCase(Locale.ROOT)));
      }
    }
    return parts.isEmpty() ? Words.of("diff.same") : String.join(" · ", parts);
  }

  private void resized(double width) {
    boolean tooNarrow = width < ROOM_FOR_TWO * probe.getFont().getSize();
    boolean other = tooNarrow != narrow;
    narrow = tooNarrow;
    // How high a heading is depends on the width that it will have.
    leftHead.setPrefWidth(width / 2);
    left.root().setPrefWidth(width / 2);
    rightHead.setPrefWidth(narrow ? width : width / 2);
    right.root().setPrefWidth(narrow ? width : width / 2);
    if (other || (wrapping && wrapWidth() != wrapWidth)) {
      draw();
    }
  }

  private int wrapWidth() {
    double character = probe.prefWidth(-1) / 10;
    double side = root.getWidth() / (narrow ? 1 : 2) - GUTTER * probe.getFont().getSize();
    return wrapping && character > 0 && root.getWidth() > 0
        ? Math.max(LEAST_CHARACTERS, (int) (side / character))
        : 0;
  }

  /// Draws the same rows another way; the row at the top stays there.
  private void draw() {
    int first = right.first();
    draw(first < shown.size() ? shown.get(first).row() : 0);
  }

  private void draw(int topRow) {
    leading = right;
    wrapWidth = wrapWidth();
    for (Node each : List.of(leftHead, left.root())) {
      each.setVisible(!narrow);
      each.setManaged(!narrow);
    }
    title(leftHead, Optional.empty(), before);
    title(rightHead, narrow ? Optional.of(before) : Optional.empty(), after);
    List<Folds.Line> lines = folds.lines();
    shown = narrow ? Shown.unified(rows, lines, wrapWidth) : Shown.sides(rows, lines, wrapWidth);
    int top = 0;
    while (top < shown.size() - 1 && shown.get(top + 1).row() <= topRow) {
      top++;
    }
    left.show(narrow ? List.of() : shown.stream().map(s -> line(s, true)).toList(), top);
    right.show(shown.stream().map(s -> line(s, false)).toList(), top);
    mark();
  }

  private Line line(Shown line, boolean leftward) {
    SideRow row = rows.get(line.row());
    if (line.isFold()) {
      return new Line("", Words.of("diff.fold", line.hidden()), "diff-fold", false, List.of());
    }
    boolean fromLeft = line.part() == Shown.Part.BOTH ? leftward : line.part() == Shown.Part.LEFT;
    Optional<Cell> cell = fromLeft ? row.left() : row.right();
    if (cell.isEmpty()) {
      return new Line("", "", "diff-nothing", false, List.of());
    }
    String sign =
        line.piece() > 0 ? "" : sign(row.change(), fromLeft, line.part() == Shown.Part.BOTH);
    String gutter = line.piece() > 0 ? "" : cell.get().gutter();
    String text = cell.get().text();
    Range piece = Pieces.of(text, wrapWidth, line.piece());
    int from = piece.from();
    int to = piece.to();
    List<Range> marks =
        cell.get().marks().stream()
            .map(mark -> new Range(Math.max(0, mark.from() - from), mark.to() - from))
            .filter(mark -> mark.to() > mark.from())
            .toList();
    String block = row.block().isPresent() && line.piece() == 0 ? " " + row.block().getAsInt() : "";
    return new Line(
        gutter + " " + sign + block,
        text.substring(from, to),
        row.change() == Change.SAME && failed(cell.get())
            ? "diff-crash"
            : style(row.change(), fromLeft),
        true,
        marks);
  }

  /// Tells which part of the source failed; rows that come from it are marked when they are shown
  /// next.
  ///
  /// @param failed columns in bytes of UTF-8; empty when no part is known
  void crashedAt(Optional<SideRow.Origin> failed) {
    crash = failed;
  }

  private boolean failed(Cell cell) {
    return crash.isPresent()
        && cell.origin()
            .filter(o -> o.line() == crash.get().line())
            .filter(o -> o.column() >= crash.get().column() && o.endColumn() > o.column())
            .filter(o -> o.endLine() == o.line() && o.endColumn() <= crash.get().endColumn())
            .isPresent();
  }

  /// What a change looks like without colour.
  private static String sign(Change change, boolean fromLeft, boolean sideBySide) {
    return switch (change) {
      case SAME -> " ";
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> sideBySide ? "~" : fromLeft ? "−" : "+";
      case MOVED -> "↕";
    };
  }

  private static String style(Change change, boolean fromLeft) {
    return switch (change) {
      case SAME -> "diff-same";
      case ADDED -> "diff-added";
      case REMOVED -> "diff-removed";
      case CHANGED -> fromLeft ? "diff-removed" : "diff-added";
      case MOVED -> "diff-moved";
    };
  }

  /// First row of each run of changes.
  private List<Integer> changes() {
    List<Integer> changes = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).isChange() && (row == 0 || !rows.get(row - 1).isChange())) {
        changes.add(row);
      }
    }
    return changes;
  }

  /// Goes to the next run of changes, or the one before; from the last to the first.
  void step(boolean forward) {
    List<Integer> changes = changes();
    if (changes.isEmpty()) {
      return;
    }
    int at = current;
    Optional<Integer> next =
        forward
            ? changes.stream().filter(row -> row > at).findFirst()
            : changes.reversed().stream().filter(row -> row < at).findFirst();
    int row = next.orElse(forward ? changes.getFirst() : changes.getLast());
    boolean around = next.isEmpty() && at >= 0 && changes.size() > 1;
    String turned = !around ? "diff.at" : forward ? "diff.top" : "diff.bottom";
    tools.say(Words.of(turned, changes.indexOf(row) + 1, changes.size()));
    goTo(row);
  }

  /// Brings a row into sight and puts the caret on it.
  void goTo(int row) {
    current = row;
    OptionalInt line = lineOf(row);
    if (line.isEmpty()) {
      openFoldOf(row);
      line = lineOf(row);
    }
    line.ifPresent(at -> {
      leading = right;
      right.reveal(at);
      if (!narrow) {
        left.reveal(at);
      }
      look(Optional.of(rows.get(row).spoken()));
    });
    list.getItems().stream()
        .filter(entry -> entry.row() == row)
        .findFirst()
        .ifPresent(entry -> {
          list.getSelectionModel().select(entry);
          list.scrollTo(entry);
        });
  }

  private OptionalInt lineOf(int row) {
    for (int line = 0; line < shown.size(); line++) {
      if (shown.get(line).row() == row && !shown.get(line).isFold()) {
        return OptionalInt.of(line);
      }
    }
    return OptionalInt.empty();
  }

  private void openFoldOf(int row) {
    shown.stream()
        .filter(line -> line.isFold() && line.row() <= row && row < line.row() + line.hidden())
        .findFirst()
        .ifPresent(line -> openFold(line.row()));
  }

  private void openFold(int row) {
    folds.open(row);
    draw();
    lineOf(row).ifPresent(right::reveal);
    lineOf(row).ifPresent(left::reveal);
  }

  void fold(boolean wantedFolding) {
    folds.fold(wantedFolding);
    draw();
  }

  void wrap(boolean wantedWrap) {
    wrapping = wantedWrap;
    draw();
  }

  /// Shows the sentences instead of the code, or the code again.
  void readAsList(boolean asList) {
    list.setVisible(asList);
    sides.setVisible(!asList);
    if (asList) {
      if (list.getSelectionModel().isEmpty()) {
        list.getSelectionModel().selectFirst();
      }
      list.requestFocus();
    } else {
      right.area().requestFocus();
    }
  }

  /// Marks every place of a text on both sides; upper and lower case are the same.
  ///
  /// @return how many there are, those in folded rows included
  int find(String text) {
    wanted = text.toLowerCase(Locale.ROOT);
    mark();
    return rows.stream()
        .flatMap(row -> Stream.of(row.left(), row.right()))
        .flatMap(Optional::stream)
        .mapToInt(cell -> places(cell.text()).size())
        .sum();
  }

  /// Goes to the next line that has what was last looked for.
  void findNext(boolean forward) {
    if (wanted.isEmpty() || shown.isEmpty()) {
      return;
    }
    int size = rows.size();
    int start = current < 0 ? (forward ? -1 : size) : current;
    for (int i = 1; i <= size; i++) {
      int row = Math.floorMod(start + (forward ? i : -i), size);
      if (hits(rows.get(row))) {
        goTo(row);
        return;
      }
    }
  }

  private boolean hits(SideRow row) {
    return row.left()
            .filter(cell -> cell.text().toLowerCase(Locale.ROOT).contains(wanted))
            .isPresent()
        || row.right()
            .filter(cell -> cell.text().toLowerCase(Locale.ROOT).contains(wanted))
            .isPresent();
  }

  private void mark() {
    left.mark(narrow ? List.of() : shown.stream().map(s -> found(s, true)).toList());
    right.mark(shown.stream().map(s -> found(s, false)).toList());
  }

  private List<Range> found(Shown at, boolean leftward) {
    return wanted.isEmpty() || at.isFold() ? List.of() : places(line(at, leftward).text());
  }

  private List<Range> places(String text) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Range> places = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      places.add(new Range(at, at + wanted.length()));
    }
    return places;
  }

  /// What is selected in a side, else all of it, onto the clipboard.
  void copy(boolean leftward) {
    CodeColumn column = leftward && !narrow ? left : right;
    String selected = column.area().getSelectedText();
    String all =
        rows.stream()
            .map(row -> leftward ? row.left() : row.right())
            .flatMap(Optional::stream)
            .map(Cell::text)
            .collect(Collectors.joining("\n", "", "\n"));
    ClipboardContent clip = new ClipboardContent();
    clip.putString(selected.isEmpty() ? all : selected);
    Clipboard.getSystemClipboard().setContent(clip);
    tools.say(Words.of("diff.copied"));
  }

  /// Marks the instructions that come from a place of the source.
  ///
  /// @param column in bytes of UTF-8
  void markFrom(int line, int column) {
    List<List<Range>> marks =
        shown.stream()
            .map(s -> {
              SideRow row = rows.get(s.row());
              boolean comes =
                  !s.isFold()
                      && row.spoken().origin().filter(o -> covers(o, line, column)).isPresent();
              return comes ? List.of(new Range(0, Integer.MAX_VALUE)) : List.<Range>of();
            })
            .toList();
    left.mark(narrow ? List.of() : marks);
    right.mark(marks);
  }

  private static boolean covers(SideRow.Origin origin, int line, int column) {
    return origin.line() == line
        && origin.column() >= 0
        && origin.column() <= column
        && column < origin.endColumn();
  }

  private void hovered(CodeColumn column, MouseEvent event) {
    OptionalInt line = column.lineAt(event.getX(), event.getY());
    look(line.isPresent() ? cellAt(column, line.getAsInt()) : Optional.empty());
  }

  private Optional<Cell> cellAt(CodeColumn column, int line) {
    if (line < 0 || line >= shown.size() || shown.get(line).isFold()) {
      return Optional.empty();
    }
    Shown at = shown.get(line);
    SideRow row = rows.get(at.row());
    boolean fromLeft = at.part() == Shown.Part.BOTH ? column == left : at.part() == Shown.Part.LEFT;
    return fromLeft ? row.left() : row.right();
  }

  private void look(Optional<Cell> cell) {
    // The pointer moves far more often than it comes to another row.
    if (!cell.equals(lookedAt)) {
      lookedAt = cell;
      looked.accept(cell);
    }
  }

  private void caretMoved(CodeColumn column, int line) {
    if (line >= 0 && line < shown.size() && column.area().isFocused()) {
      current = shown.get(line).row();
      look(cellAt(column, line));
    }
  }

  private void clicked(CodeColumn column, MouseEvent event) {
    OptionalInt line = column.lineAt(event.getX(), event.getY());
    if (line.isEmpty() || !column.area().getSelectedText().isEmpty()) {
      return;
    }
    press(line.getAsInt());
  }

  /// Opens a fold, or goes to the other end of a moved block.
  private void press(int line) {
    Shown at = shown.get(line);
    if (at.isFold()) {
      openFold(at.row());
      return;
    }
    SideRow row = rows.get(at.row());
    if (row.block().isEmpty()) {
      return;
    }
    boolean fromLeft = row.left().isPresent();
    for (int other = 0; other < rows.size(); other++) {
      SideRow candidate = rows.get(other);
      if (candidate.block().equals(row.block()) && candidate.left().isPresent() != fromLeft) {
        goTo(other);
        return;
      }
    }
  }

  private void foldKey(CodeColumn column, KeyEvent event) {
    int line = column.area().getCurrentParagraph();
    if (event.getCode() == KeyCode.ENTER && line < shown.size()) {
      press(line);
      event.consume();
    }
  }

  private void listKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      LinearDiff.Entry chosen = list.getSelectionModel().getSelectedItem();
      if (chosen != null) {
        tools.leaveList();
        goTo(chosen.row());
      }
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F7) {
      step(!event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.F8) {
      tools.toggleList();
      event.consume();
    } else if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
      tools.openFind();
      event.consume();
    }
  }

  /// A change as a sentence.
  private static final class SentenceCell extends ListCell<LinearDiff.Entry> {
    @Override
    protected void updateItem(LinearDiff.Entry item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : item.sentence());
      setAccessibleText(getText());
    }
  }
}
