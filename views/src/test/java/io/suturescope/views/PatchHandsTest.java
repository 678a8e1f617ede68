package io.suturescope.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.patches.PatchesActions;
import io.suturescope.views.patches.PatchesView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/// What hands do to patches and to the differences on their pages.
final class PatchHandsTest extends WindowTest {

  private final Recorder recorder = new Recorder();
  private final PatchesView view = onFx(() -> new PatchesView(recorder.as(PatchesActions.class)));

  private Scene open(PatchPage page, PatchTabs.Tab tab) {
    if (view.root().getScene() == null) {
      show(view::root, false, 100);
    }
    runOnFx(() -> view.show(PatchSamples.opened(page, tab)));
    settle();
    return view.root().getScene();
  }

  /// The columns of code that are seen, the left one first.
  private List<StyleClassedTextArea> columns() {
    return onFx(() ->
        view.root().lookupAll(".code-column").stream()
            .map(StyleClassedTextArea.class::cast)
            .filter(PatchHandsTest::isSeen)
            .toList());
  }

  private StyleClassedTextArea right() {
    return columns().getLast();
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /// All words on the screen.
  private List<String> words() {
    return onFx(() -> {
      Set<Node> labels = view.root().lookupAll(".label");
      return labels.stream()
          .filter(PatchHandsTest::isSeen)
          .map(node -> ((Labeled) node).getText())
          .toList();
    });
  }

  private String footer() {
    return onFx(() ->
        flowText(
            (TextFlow)
                ((Parent) view.root().lookup(".diff-footer"))
                    .getChildrenUnmodifiable()
                    .getFirst()));
  }

  private static String flowText(TextFlow flow) {
    return flow.getChildren().stream()
        .map(node -> node instanceof Text text ? text.getText() : ((Labeled) node).getText())
        .collect(Collectors.joining());
  }

  private void focusRight() {
    StyleClassedTextArea area = right();
    runOnFx(area::requestFocus);
    settle();
  }

  private int lineWith(StyleClassedTextArea area, String text) {
    return onFx(() -> {
      for (int i = 0; i < area.getParagraphs().size(); i++) {
        if (area.getText(i).contains(text)) {
          return i;
        }
      }
      return -1;
    });
  }

  /// Moves the pointer to, or clicks, a line of a column that is in sight.
  private void mouse(StyleClassedTextArea area, int line, boolean click) {
    runOnFx(() -> {
      Bounds onScreen = area.getParagraphBoundsOnScreen(line).orElseThrow();
      Bounds place = area.localToScene(area.screenToLocal(onScreen));
      area.fireEvent(
          new MouseEvent(
              click ? MouseEvent.MOUSE_CLICKED : MouseEvent.MOUSE_MOVED,
              place.getMinX() + 120,
              place.getCenterY(),
              onScreen.getMinX() + 120,
              onScreen.getCenterY(),
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              true,
              false,
              true,
              null));
    });
    settle();
  }

  @Test
  void f7GoesThroughTheChangesAndSaysWhenItBeginsAgain() {
    open(PatchSamples.drifted(), PatchTabs.Tab.BYTECODE);
    focusRight();
    ROBOT.type(KeyCode.F7);
    assertThat(words()).contains("Change 1 of 2");
    ROBOT.type(KeyCode.F7);
    assertThat(words()).contains("Change 2 of 2");
    ROBOT.type(KeyCode.F7);
    assertThat(words()).contains("Change 1 of 2, again from the first");
    ROBOT.press(KeyCode.SHIFT).type(KeyCode.F7).release(KeyCode.SHIFT);
    assertThat(words()).contains("Change 2 of 2, again from the last");
  }

  @Test
  void foldedRowsComeBackByEnterAndByClick() {
    open(PatchSamples.page(PatchSamples.many()), PatchTabs.Tab.BYTECODE);
    int before = onFx(() -> right().getParagraphs().size());
    assertThat(right().getText(0)).startsWith("497 unchanged rows");
    focusRight();
    ROBOT.type(KeyCode.ENTER);
    settle();
    assertThat(onFx(() -> right().getParagraphs().size())).isEqualTo(before + 496);
    int fold = lineWith(right(), "unchanged rows");
    runOnFx(() -> right().showParagraphAtCenter(fold));
    settle();
    mouse(right(), fold, true);
    assertThat(onFx(() -> right().getParagraphs().size())).isEqualTo(before + 496 + 992);
  }

  @Test
  void findingCountsFoldedPlacesAndGoesThere() {
    open(PatchSamples.page(PatchSamples.many()), PatchTabs.Tab.BYTECODE);
    TextField find = (TextField) onFx(() -> view.root().lookup(".small-field"));
    runOnFx(find::requestFocus);
    runOnFx(() -> find.setText("VALUE_7001"));
    settle();
    assertThat(words()).contains("2 places");
    ROBOT.type(KeyCode.ENTER);
    settle();
    int line = lineWith(right(), "value_7001");
    assertThat(line).isPositive();
    assertThat(onFx(() -> right().getCurrentParagraph())).isEqualTo(line);
    assertThat(onFx(() -> right().getParagraphBoundsOnScreen(line))).isPresent();
    assertThat(onFx(() -> columns().getFirst().getCurrentParagraph())).isEqualTo(line);
  }

  @Test
  void pointingAtAnInstructionSaysWhatItDoesAndMarksItsSource() {
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.BYTECODE);
    mouse(right(), lineWith(right(), "(quantity)"), false);
    assertThat(footer()).startsWith("LOAD_ATTR ").endsWith("Line 41, columns 27–39.");
    assertThat(culprit()).isEqualTo("item.quantity");
    mouse(right(), lineWith(right(), "(0.0)"), false);
    assertThat(footer()).startsWith("LOAD_CONST ").endsWith("No line of the source.");
    assertThat(culprit()).isEqualTo("price.amount");
  }

  @Test
  void columnsOfPositionsAreBytesAndMarksAreCharacters() {
    open(PatchSamples.page(PatchSamples.guarded(), PatchSamples.UMLAUTS), PatchTabs.Tab.BYTECODE);
    mouse(right(), lineWith(right(), "(quantity)"), false);
    assertThat(culprit()).isEqualTo("ä.quantity");
  }

  private String culprit() {
    return onFx(() -> ((Labeled) view.root().lookup(".culprit")).getText());
  }

  @Test
  void pointingAtTheSourceMarksItsInstructions() {
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.BYTECODE);
    Node culprit = onFx(() -> view.root().lookup(".culprit"));
    runOnFx(() ->
        culprit.fireEvent(
            new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                2,
                2,
                2,
                2,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null)));
    settle();
    runOnFx(() -> view.root().getScene().getRoot().requestLayout());
    settle();
    assertThat(isMarked(lineWith(right(), "(amount)"))).isTrue();
    assertThat(isMarked(lineWith(right(), "(quantity)"))).isFalse();
  }

  @Test
  void theSourceByItselfNamesItsInstructions() {
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.SOURCE);
    runOnFx(() -> {
      Node culprit = seen(".culprit");
      culprit.fireEvent(
          new MouseEvent(
              MouseEvent.MOUSE_MOVED,
              2,
              2,
              2,
              2,
              MouseButton.NONE,
              0,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              null));
    });
    settle();
    String said = onFx(() -> flowText((TextFlow) seen(".detail-prose")));
    assertThat(said).startsWith("From here come").contains("74 LOAD_ATTR amount");
  }

  private Node seen(String selector) {
    return view.root().lookupAll(selector).stream()
        .filter(PatchHandsTest::isSeen)
        .findFirst()
        .orElseThrow();
  }

  private boolean isMarked(int line) {
    return onFx(() ->
        right().getStyleSpans(line).stream().anyMatch(s -> s.getStyle().contains("code-found")));
  }

  @Test
  void changesAreReadAsSentencesAndEnterLeadsToThePlace() {
    open(PatchSamples.drifted(), PatchTabs.Tab.BYTECODE);
    focusRight();
    ROBOT.type(KeyCode.F8);
    settle();
    List<String> sentences =
        onFx(() ->
            view.root().lookupAll(".list-cell").stream()
                .filter(PatchHandsTest::isSeen)
                .map(node -> ((ListCell<?>) node).getAccessibleText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    assertThat(sentences).hasSize(7).allMatch(text -> text.contains(", instruction "));
    assertThat(sentences).anyMatch(text -> text.startsWith("changed, ") && text.contains("was: "));
    assertThat(sentences).noneMatch(text -> text.contains("\u202e") || text.contains("\u001b"));
    ROBOT.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
    settle();
    assertThat(onFx(() -> right().getText(right().getCurrentParagraph()))).contains("BINARY_OP");
    assertThat(onFx(() -> right().isFocused())).isTrue();
  }

  @Test
  void aMovedBlockLeadsToItsOtherEnd() {
    open(PatchSamples.drifted(), PatchTabs.Tab.BYTECODE);
    StyleClassedTextArea left = columns().getFirst();
    mouse(left, lineWith(left, "LOAD_GLOBAL"), true);
    assertThat(onFx(() -> right().getText(right().getCurrentParagraph()))).contains("LOAD_GLOBAL");
  }

  @Test
  void everyKindOfChangeHasASignBesideItsColour() {
    open(PatchSamples.drifted(), PatchTabs.Tab.BYTECODE);
    String first = signs();
    runOnFx(() -> right().showParagraphAtBottom(right().getParagraphs().size() - 1));
    settle();
    assertThat(first + signs()).contains("+", "−", "~", "↕ 1");
  }

  private String signs() {
    return onFx(() ->
        view.root().lookupAll(".gutter").stream()
            .filter(node -> node.getParent().getStyleClass().contains("code-gutter"))
            .map(node -> ((Labeled) node).getText())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void copyTakesTheSideUnlessSomethingIsSelected() {
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.BYTECODE);
    press("Copy the right side");
    assertThat(clipboard().lines()).hasSize(19);
    runOnFx(() -> right().selectRange(right().getLength() - 12, right().getLength()));
    press("Copy the right side");
    assertThat(clipboard()).isEqualTo("RETURN_VALUE");
  }

  private void press(String item) {
    runOnFx(() ->
        view.root().lookupAll(".menu-button").stream()
            .filter(PatchHandsTest::isSeen)
            .flatMap(node -> ((MenuButton) node).getItems().stream())
            .filter(each -> item.equals(each.getText()))
            .findFirst()
            .ifPresent(MenuItem::fire));
  }

  private static String clipboard() {
    return onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void onlyAUsableSuggestionIsExportedAsAPatch() {
    open(PatchSamples.drifted(), PatchTabs.Tab.FIX);
    assertThat(onFx(() -> button("Export patch…").isDisabled())).isTrue();
    assertThat(words()).contains("Only a suggestion that can be used is exported as a patch.");
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.FIX);
    runOnFx(() -> button("Export patch…").fire());
    runOnFx(() -> button("Export all suggestions…").fire());
    assertThat(recorder.calls()).contains("exportFix[]", "exportSuggestions[]");
  }

  private Button button(String text) {
    return view.root().lookupAll(".button").stream()
        .filter(PatchHandsTest::isSeen)
        .filter(node -> node instanceof Button b && text.equals(b.getText()))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rowsAreWalkedOpenedAndLeftByKeys() {
    Scene scene = show(view::root, false, 100);
    runOnFx(() -> view.show(PatchSamples.table()));
    settle();
    runOnFx(view::focusRows);
    ROBOT.type(KeyCode.J).type(KeyCode.J).type(KeyCode.K).type(KeyCode.ENTER);
    settle();
    assertThat(recorder.calls())
        .containsSubsequence("rowSelected[1]", "rowSelected[2]", "rowSelected[1]", "rowOpened[1]");
    runOnFx(() -> view.show(PatchSamples.opened(PatchSamples.drifted(), PatchTabs.Tab.BYTECODE)));
    settle();
    runOnFx(view::focusRows);
    Node focused = onFx(scene::getFocusOwner);
    assertThat(((Labeled) focused).getText()).isEqualTo("Bytecode");
    ROBOT.type(KeyCode.ESCAPE);
    settle();
    assertThat(recorder.calls()).contains("pageClosed[]");
  }

  @Test
  void escapeInTheFindFieldEndsTheSearchAndNotThePage() {
    open(PatchSamples.page(PatchSamples.guarded()), PatchTabs.Tab.BYTECODE);
    TextField find = (TextField) onFx(() -> view.root().lookup(".small-field"));
    runOnFx(find::requestFocus);
    runOnFx(() -> find.setText("price"));
    ROBOT.type(KeyCode.ESCAPE);
    settle();
    String left = onFx(find::getText);
    assertThat(left).isEmpty();
    assertThat(recorder.calls()).doesNotContain("pageClosed[]");
  }

  @Test
  void twentyThousandInstructionsAreDrawnOnlyWhereTheyAreSeen() {
    open(PatchSamples.page(PatchSamples.many()), PatchTabs.Tab.BYTECODE);
    collapse();
    settle();
    assertThat(onFx(() -> right().getParagraphs().size())).isEqualTo(PatchSamples.MANY);
    focusRight();
    for (int i = 0; i < 5; i++) {
      ROBOT.type(KeyCode.F7);
    }
    settle();
    int at = onFx(() -> right().getCurrentParagraph());
    assertThat(onFx(() -> right().getParagraphBoundsOnScreen(at))).isPresent();
    assertThat(onFx(() -> columns().getFirst().getParagraphBoundsOnScreen(at))).isPresent();
    int drawn = onFx(() -> view.root().lookupAll(".paragraph-box").size());
    assertThat(drawn).isLessThan(400);
    assertThat(onFx(() -> right().getText(right().getCurrentParagraph()))).contains("value_4500");
  }

  private void collapse() {
    runOnFx(() ->
        view.root().lookupAll(".toggle-button").stream()
            .map(ToggleButton.class::cast)
            .filter(each -> isSeen(each) && each.getText().equals("Collapse unchanged"))
            .forEach(ToggleButton::fire));
  }

  @Test
  void bothSidesScrollTogether() {
    open(PatchSamples.page(PatchSamples.many()), PatchTabs.Tab.BYTECODE);
    runOnFx(() -> right().showParagraphAtTop(40));
    settle();
    assertThat(onFx(() -> columns().getFirst().firstVisibleParToAllParIndex()))
        .isEqualTo(onFx(() -> right().firstVisibleParToAllParIndex()))
        .isPositive();
  }

  @Test
  void everythingThatTakesTheKeyboardOnAPageHasAName() {
    for (PatchTabs.Tab tab : PatchTabs.Tab.values()) {
      Scene scene = open(PatchSamples.drifted(), tab);
      HandsTest.assertNamed(scene);
    }
  }
}
