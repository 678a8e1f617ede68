package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.RowTable;
import io.suturescope.views.controls.RowWindow;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.frame.FrameActions;
import io.suturescope.views.frame.FrameState;
import io.suturescope.views.frame.FrameView;
import io.suturescope.views.incidents.IncidentDetail;
import io.suturescope.views.incidents.IncidentsActions;
import io.suturescope.views.incidents.IncidentsView;
import io.suturescope.views.sources.SourcesActions;
import io.suturescope.views.sources.SourcesState;
import io.suturescope.views.sources.SourcesView;
import io.suturescope.views.today.TodayActions;
import io.suturescope.views.today.TodayView;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;

/// What hands do, and what the actions hear of it.
final class HandsTest extends WindowTest {

  private final Recorder recorder = new Recorder();

  private FrameView frame(Node content) {
    FrameView frame =
        onFx(() -> new FrameView(recorder.as(FrameActions.class), Map.of("incidents", content)));
    show(frame::root, false, 100);
    runOnFx(() -> frame.show(Samples.frame("incidents", "", FrameState.Theme.LIGHT, 100)));
    settle();
    return frame;
  }

  @Test
  void typedQueryIsCheckedAndThenSubmitted() {
    FrameView frame = frame(onFx(StackPane::new));
    runOnFx(frame::focusQuery);
    ROBOT.write("fn:a");
    ROBOT.type(KeyCode.ENTER);
    settle();
    assertThat(recorder.calls()).contains("queryChanged[fn:a, 4]", "querySubmitted[fn:a]");
  }

  @Test
  void stateDoesNotOverwriteWhatIsBeingTyped() {
    FrameView frame = frame(onFx(StackPane::new));
    runOnFx(frame::focusQuery);
    ROBOT.write("ab");
    runOnFx(() -> frame.show(Samples.frame("incidents", "other", FrameState.Theme.LIGHT, 100)));
    GenericStyledArea<?, ?, ?> field =
        ROBOT.lookup(".query-field").queryAs(GenericStyledArea.class);
    assertThat(field.getText()).isEqualTo("ab");
  }

  @Test
  void slashGoesToTheQueryAndQuestionMarkOpensTheSheet() {
    frame(onFx(StackPane::new));
    ROBOT.type(KeyCode.SLASH);
    settle();
    assertThat(onFx(() -> ROBOT.lookup(".query-field").query().isFocused())).isTrue();
    Node window = ROBOT.lookup(".window").query();
    runOnFx(window::requestFocus);
    typed(window, "?");
    assertThat(sheetIsSeen()).isTrue();
    ROBOT.type(KeyCode.ESCAPE);
    settle();
    assertThat(sheetIsSeen()).isFalse();
  }

  @Test
  void questionMarkInTheQueryIsText() {
    FrameView frame = frame(onFx(StackPane::new));
    runOnFx(frame::focusQuery);
    typed(ROBOT.lookup(".query-field").query(), "?");
    assertThat(sheetIsSeen()).isFalse();
  }

  private static boolean sheetIsSeen() {
    return onFx(() -> ROBOT.lookup(".keyboard-sheet").query().getParent().getParent().isVisible());
  }

  private static void typed(Node target, String character) {
    runOnFx(() ->
        Event.fireEvent(
            target,
            new KeyEvent(
                KeyEvent.KEY_TYPED,
                character,
                character,
                KeyCode.UNDEFINED,
                true,
                false,
                false,
                false)));
    settle();
  }

  @Test
  void keyboardGoesBackToWhereItWasWhenASheetCloses() {
    IncidentsView incidents = onFx(() -> new IncidentsView(recorder.as(IncidentsActions.class)));
    FrameView frame = frame(incidents.root());
    runOnFx(() -> incidents.show(Samples.incidents(Samples.rows(), 0, IncidentDetail.Tab.STORY)));
    runOnFx(incidents::focusTable);
    Scene scene = incidents.root().getScene();
    Node before = onFx(scene::getFocusOwner);
    assertThat(before).isInstanceOf(ListView.class);
    for (Runnable open : List.<Runnable>of(frame::openPalette, frame::openKeyboardSheet)) {
      runOnFx(open);
      settle();
      assertThat(onFx(scene::getFocusOwner)).isNotSameAs(before);
      ROBOT.type(KeyCode.ESCAPE);
      settle();
      assertThat(onFx(scene::getFocusOwner)).isSameAs(before);
    }
  }

  @Test
  void windowsThatAreClosedAreForgotten() {
    WeakReference<FrameView> frame =
        onFx(() -> new WeakReference<>(new FrameView(recorder.as(FrameActions.class), Map.of())));
    for (int i = 0; i < 50 && frame.get() != null; i++) {
      System.gc();
      settle();
    }
    assertThat(frame.get()).isNull();
  }

  @Test
  void paletteRunsTheCommandThatItsLettersFind() {
    FrameView frame = frame(onFx(StackPane::new));
    runOnFx(frame::openPalette);
    ROBOT.write("sample");
    ROBOT.type(KeyCode.ENTER);
    settle();
    assertThat(recorder.calls()).contains("commandRun[sample]");
  }

  @Test
  void disabledCommandDoesNotRun() {
    FrameView frame = frame(onFx(StackPane::new));
    runOnFx(frame::openPalette);
    ROBOT.write("copy digest");
    ROBOT.type(KeyCode.ENTER);
    settle();
    assertThat(recorder.calls()).noneMatch(c -> c.startsWith("commandRun"));
  }

  @Test
  void everyMenuItemIsInThePalette() {
    assertThat(Samples.commands()).isNotEmpty();
    frame(onFx(StackPane::new));
    javafx.scene.control.MenuBar bar =
        ROBOT.lookup(".menu-line").queryAs(javafx.scene.control.MenuBar.class);
    List<String> names = Samples.commands().stream().map(FrameState.Command::name).toList();
    bar.getMenus().stream()
        .flatMap(m -> m.getItems().stream())
        .filter(i -> i.getOnAction() != null)
        .forEach(i -> assertThat(names).contains(i.getText()));
  }

  @Test
  void droppedFolderIsHandedOver() {
    frame(onFx(StackPane::new));
    Node root = ROBOT.lookup(".window").query();
    runOnFx(() -> Drops.dropFiles(root, List.of(new java.io.File("shop"))));
    assertThat(recorder.calls()).contains("dropped[[shop]]");
  }

  @Test
  void jAndKMoveAndRightExpands() {
    IncidentsView view = onFx(() -> new IncidentsView(recorder.as(IncidentsActions.class)));
    show(view::root, false, 100);
    runOnFx(() -> view.show(Samples.incidents(Samples.rows(), 0, IncidentDetail.Tab.STORY)));
    settle();
    runOnFx(view::focusTable);
    ROBOT.type(KeyCode.J);
    ROBOT.type(KeyCode.RIGHT);
    ROBOT.type(KeyCode.K);
    settle();
    assertThat(recorder.calls())
        .containsSubsequence("rowSelected[1]", "rowExpanded[1]", "rowSelected[0]");
  }

  @Test
  void leftCollapsesAnExpandedRow() {
    IncidentsView view = onFx(() -> new IncidentsView(recorder.as(IncidentsActions.class)));
    show(view::root, false, 100);
    runOnFx(() -> view.show(Samples.incidents(Samples.rows(), 2, IncidentDetail.Tab.STORY)));
    settle();
    runOnFx(view::focusTable);
    ROBOT.type(KeyCode.LEFT);
    settle();
    assertThat(recorder.calls())
        .contains("rowCollapsed[2]")
        .noneMatch(c -> c.startsWith("rowExpanded"));
  }

  @Test
  void millionRowsAskOnlyForWhatIsSeen() {
    AtomicInteger asked = new AtomicInteger();
    RowWindow<String> million =
        new RowWindow<>() {
          @Override
          public int size() {
            return 1_000_000;
          }

          @Override
          public Optional<String> row(int index) {
            asked.incrementAndGet();
            return index < 500_000 ? Optional.of("row " + index) : Optional.empty();
          }
        };
    TableColumns columns =
        new TableColumns(List.of(new TableColumns.Column("a", "A", 10, false, true, 0)));
    RowTable<String> table =
        onFx(() -> new RowTable<>("rows", columns, Row::new, recorder.as(RowTable.Actions.class)));
    show(() -> new StackPane(table), false, 100);
    runOnFx(() -> table.show(million, OptionalInt.empty(), OptionalInt.empty()));
    settle();
    runOnFx(() -> table.move(1));
    runOnFx(() -> table.move(1_000_000));
    settle();
    assertThat(onFx(table::selectedIndex)).isEqualTo(999_999);
    assertThat(asked.get()).isLessThan(1_000);
    assertThat(recorder.calls()).anyMatch(c -> c.matches("rowsNeeded\\[9999\\d\\d, 1000000]"));
    runOnFx(
        () -> table.show(RowWindow.of(List.of("only")), OptionalInt.of(0), OptionalInt.empty()));
    assertThat(onFx(table::selectedIndex)).isZero();
  }

  @Test
  void edgeOfATitleResizesItsColumn() {
    TableColumns columns =
        new TableColumns(
            List.of(
                new TableColumns.Column("a", "A", 10, false, false, 0),
                new TableColumns.Column("b", "B", 10, false, true, 0)));
    RowTable<String> table =
        onFx(() -> new RowTable<>("rows", columns, Row::new, recorder.as(RowTable.Actions.class)));
    show(() -> new StackPane(table), false, 100);
    runOnFx(
        () -> table.show(RowWindow.of(List.of("only")), OptionalInt.empty(), OptionalInt.empty()));
    settle();
    double before = columns.x(1);
    Node edge =
        onFx(() ->
            table.lookup(".table-header").lookupAll("*").stream()
                .filter(n -> Cursor.H_RESIZE.equals(n.getCursor()))
                .findFirst()
                .orElseThrow());
    runOnFx(() -> {
      Mouse.fire(edge, MouseEvent.MOUSE_PRESSED, 100, 1);
      Mouse.fire(edge, MouseEvent.MOUSE_DRAGGED, 126, 1);
      Mouse.fire(edge, MouseEvent.MOUSE_RELEASED, 126, 1);
    });
    settle();
    assertThat(columns.x(1) - before).isEqualTo(26);
    assertThat(recorder.calls()).contains("columnResized[a, 12.0]");
  }

  private static final class Row extends RowPane<String> {

    private final Label label = new Label();

    Row(TableColumns columns) {
      super(columns);
      place(label, 0, 1, 0);
    }

    @Override
    protected String draw(int index, Optional<String> row) {
      label.setText(row.orElse("…"));
      return label.getText();
    }
  }

  @Test
  void everythingThatTakesTheKeyboardHasAName() {
    IncidentsView incidents = onFx(() -> new IncidentsView(recorder.as(IncidentsActions.class)));
    frame(incidents.root());
    runOnFx(() -> incidents.show(Samples.incidents(Samples.rows(), 8, IncidentDetail.Tab.RAW)));
    assertNamed(incidents.root().getScene());
    TodayView today = onFx(() -> new TodayView(recorder.as(TodayActions.class)));
    runOnFx(() -> today.show(Samples.today()));
    assertNamed(show(today::root, true, 100));
    SourcesView sources = onFx(() -> new SourcesView(recorder.as(SourcesActions.class)));
    runOnFx(() -> sources.show(Samples.sources(SourcesState.Filter.ALL)));
    assertNamed(show(sources::root, true, 100));
  }

  static void assertNamed(Scene scene) {
    settle();
    List<String> nameless = new ArrayList<>();
    onFx(() -> {
      crawl(scene.getRoot(), nameless);
      return "";
    });
    assertThat(nameless).isEmpty();
  }

  private static void crawl(Node node, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean named =
        (node.getAccessibleText() != null && !node.getAccessibleText().isBlank())
            || (node instanceof Labeled l && l.getText() != null && !l.getText().isBlank());
    if (node.isFocusTraversable() && !named && !(node instanceof javafx.scene.control.MenuBar)) {
      nameless.add(node.toString());
    }
    if (node instanceof Parent parent && !(node instanceof ListView<?>)) {
      parent.getChildrenUnmodifiable().forEach(child -> crawl(child, nameless));
    }
  }
}
