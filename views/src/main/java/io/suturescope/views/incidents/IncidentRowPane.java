package io.suturescope.views.incidents;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.Sparkline;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.TtlBar;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.controls.VerdictLabel;
import io.suturescope.views.incidents.IncidentRow.CrashRow;
import io.suturescope.views.incidents.IncidentRow.FingerprintRow;
import io.suturescope.views.incidents.IncidentRow.FunctionRow;
import io.suturescope.views.incidents.IncidentRow.LoadingRow;
import io.suturescope.views.incidents.IncidentRow.NotPatchedRow;
import io.suturescope.views.incidents.IncidentRow.UnpatchedHeadRow;
import io.suturescope.views.text.Words;
import io.suturescope.views.triage.TriagePart;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// One visible row of the stream.
final class IncidentRowPane extends RowPane<IncidentRow> {

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double STEP = 1.4;
  private static final int SHORT = 8;
  private static final int SEVERITY = 0;
  private static final int FUNCTION = 1;
  private static final int EXCEPTION = 2;
  private static final int CRASHES = 3;
  private static final int TREND = 4;
  private static final int STATE = 5;
  private static final int SHADOW = 6;
  private static final int TTL = 7;
  private static final int END = 8;

  private final Supplier<TimeView> time;
  private final IntConsumer toggle;
  private final Consumer<String> termAdded;
  private final Text chevron = Labels.icon(Feather.CHEVRON_RIGHT, "chevron");
  private final SeverityBadge badge = new SeverityBadge();
  private final HBox head = new HBox(chevron, badge);
  private final Label title = Labels.data("", "name");
  private final Label subtitle = Labels.data("", "second");
  private final Label decided = Labels.data("", "decided");
  private final HBox below = new HBox(subtitle, decided);
  private final VBox titles = new VBox(title, below);
  private final Label exception = Labels.data("", "code");
  private final Label guard = Labels.data("", "second");
  private final VBox exceptions = new VBox(exception, guard);
  private final Label crashes = Labels.words("", "number");
  private final Sparkline trend = new Sparkline();
  private final ChipLabel state = new ChipLabel();
  private final Label recorded = Labels.data("", "second");
  private final VBox states = new VBox(state, recorded);
  private final VerdictLabel shadow = new VerdictLabel(Verdict.NOT_RUN);
  private final TtlBar ttl = new TtlBar();
  private final Label when = Labels.words("", "number-left");
  private int index;
  private Kind kind = Kind.NONE;
  private int depth = -1;

  private enum Kind {
    NONE,
    GROUP,
    FUNCTION,
    CRASH,
    UNPATCHED,
    WORDS
  }

  IncidentRowPane(
      TableColumns columns,
      Supplier<TimeView> time,
      IntConsumer toggle,
      Consumer<String> termAdded) {
    super(columns);
    this.time = time;
    this.toggle = toggle;
    this.termAdded = termAdded;
    getStyleClass().add("stream-row");
    head.getStyleClass().add("row-head");
    below.getStyleClass().add("below-title");
    below.setAlignment(Pos.BASELINE_LEFT);
    for (VBox box : new VBox[] {titles, exceptions, states}) {
      box.setAlignment(Pos.CENTER_LEFT);
      box.setMinWidth(0);
    }
    when.setMinWidth(0);
    crashes.setMinWidth(Region.USE_PREF_SIZE);
    head.setAlignment(Pos.CENTER_LEFT);
    chevron.setOnMousePressed(e -> {
      this.toggle.accept(index);
      e.consume();
    });
    badge.setOnMouseClicked(e -> {
      if (e.isShortcutDown()) {
        this.termAdded.accept("severity:" + badge.severity().name().toLowerCase(Locale.ROOT));
      }
    });
  }

  @Override
  protected String draw(int newIndex, Optional<IncidentRow> row) {
    index = newIndex;
    return row.map(this::drawn).orElseGet(() -> words(Words.of("row.loading"), 0));
  }

  private String drawn(IncidentRow row) {
    return switch (row) {
      case FingerprintRow r -> group(r);
      case FunctionRow r -> function(r);
      case CrashRow r -> crash(r);
      case UnpatchedHeadRow r -> unpatched(r);
      case NotPatchedRow r -> notPatched(r);
      case LoadingRow r -> words(Words.of("row.loading"), r.depth());
    };
  }

  private String group(FingerprintRow row) {
    if (rebuild(Kind.GROUP, 0)) {
      place(head, SEVERITY, FUNCTION, 0);
      place(titles, FUNCTION, EXCEPTION, 0);
      place(exceptions, EXCEPTION, CRASHES, 0);
      place(crashes, CRASHES, TREND, 0);
      place(trend, TREND, STATE, 0);
    }
    head(row.severity(), Optional.of(row.expanded()));
    Labels.setData(title, Words.of(row.merged() ? "row.merged" : "row.functions", row.functions()));
    Labels.setData(
        subtitle,
        row.merged()
            ? Words.of("row.merged.why")
            : Words.of("row.fingerprint", shortly(row.fingerprint())));
    Labels.setData(exception, row.exception());
    Labels.setData(guard, row.guard());
    String marks = marks(row.marks());
    return numbers(row.severity(), title.getText(), row.exception(), row.crashes(), row.trend())
        + marks;
  }

  /// Enough of a fingerprint to tell two apart; the details show all of it.
  private static String shortly(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
  }

  private String function(FunctionRow row) {
    if (rebuild(Kind.FUNCTION, row.depth())) {
      double indent = row.depth() * STEP;
      place(head, SEVERITY, FUNCTION, 0);
      place(titles, FUNCTION, EXCEPTION, indent);
      place(exceptions, EXCEPTION, CRASHES, 0);
      place(crashes, CRASHES, TREND, 0);
      place(trend, TREND, STATE, 0);
      place(states, STATE, SHADOW, 0);
      place(shadow, SHADOW, TTL, 0);
      place(ttl, TTL, END, 0);
    }
    head(row.severity(), Optional.of(row.expanded()));
    nameAndPlace(row);
    Labels.setData(exception, row.exception());
    Labels.setData(guard, row.guard());
    state.set(row.state());
    Labels.setData(recorded, row.recorded());
    recorded.setManaged(!row.recorded().isEmpty());
    recorded.setVisible(recorded.isManaged());
    shadow.set(row.verdict());
    ttl.set(row.ttl());
    String marks = marks(row.marks());
    return numbers(row.severity(), row.function(), row.exception(), row.crashes(), row.trend())
        + marks;
  }

  /// Draws what is decided about the row.
  ///
  /// @return the same for screen readers
  private String marks(TriagePart.Marks marks) {
    pseudoClassStateChanged(MARKED, marks.marked());
    String words = String.join(" · ", marks.decided());
    Labels.setData(decided, words);
    decided.setVisible(!words.isEmpty());
    decided.setManaged(!words.isEmpty());
    return (words.isEmpty() ? "" : ", " + words)
        + (marks.marked() ? ", " + Words.of("row.marked") : "");
  }

  /// The last part of the name in bold; module and class, which many rows share, below it.
  private void nameAndPlace(FunctionRow row) {
    int dot = row.function().lastIndexOf('.');
    boolean split = dot > 0 && dot < row.function().length() - 1;
    String outer = split ? row.function().substring(0, dot) : "";
    Labels.setData(title, split ? row.function().substring(dot + 1) : row.function());
    Labels.setData(
        subtitle,
        Stream.of(row.module(), outer).filter(s -> !s.isEmpty()).collect(Collectors.joining(".")));
  }

  private String numbers(
      Severity severity, String name, String raised, long count, List<Long> values) {
    crashes.setText(Words.number(count));
    trend.set(values, severity);
    return Words.of("row.accessible", SeverityBadge.name(severity), name, raised, count);
  }

  private String crash(CrashRow row) {
    if (rebuild(Kind.CRASH, row.depth())) {
      // One step only: a deeper one would cost the time its minutes.
      double indent = Math.min(1, row.depth()) * STEP;
      place(head, SEVERITY, FUNCTION, 0);
      placeTwo(when, FUNCTION, indent, titles, EXCEPTION, SHADOW);
      place(states, SHADOW, END, 0);
      states.getChildren().setAll(recorded);
    }
    head(row.severity(), Optional.empty());
    when(row.time());
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    Labels.setData(title, row.message());
    Labels.setData(subtitle, row.place());
    recorded.setManaged(true);
    recorded.setVisible(true);
    Labels.setData(
        recorded,
        row.copies() == 0 ? row.status() : Words.of("row.copies", row.status(), row.copies()));
    return Words.of("row.crash", SeverityBadge.name(row.severity()), when.getText(), row.message());
  }

  private String unpatched(UnpatchedHeadRow row) {
    if (rebuild(Kind.UNPATCHED, 0)) {
      place(head, SEVERITY, FUNCTION, 0);
      place(titles, FUNCTION, CRASHES, 0);
      place(crashes, CRASHES, TREND, 0);
    }
    head(Severity.UNKNOWN, Optional.of(row.expanded()));
    badge.setVisible(false);
    Labels.setData(title, Words.of("row.unpatched"));
    Labels.setData(subtitle, Words.of("row.unpatched.places", row.places()));
    crashes.setText(Words.number(row.crashes()));
    return Words.of("row.unpatched") + ", " + row.crashes();
  }

  private String notPatched(NotPatchedRow row) {
    if (rebuild(Kind.WORDS, row.depth())) {
      double indent = row.depth() * STEP;
      place(titles, FUNCTION, EXCEPTION, indent);
      place(exceptions, EXCEPTION, STATE, 0);
      place(states, STATE, END, 0);
      states.getChildren().setAll(recorded, when);
    }
    when(row.time());
    Labels.setData(title, row.function());
    Labels.setData(subtitle, row.place());
    Labels.setData(exception, row.exception());
    Labels.setData(guard, Words.of("row.not_patched"));
    recorded.setManaged(true);
    recorded.setVisible(true);
    Labels.setData(recorded, row.why());
    return Words.of("row.not_patched.accessible", row.function(), row.exception(), row.why());
  }

  private String words(String text, int newDepth) {
    rebuild(Kind.NONE, newDepth);
    clear();
    depth = -1;
    place(Labels.words(text, "placeholder"), FUNCTION, END, newDepth * STEP);
    return text;
  }

  private void when(Optional<Instant> at) {
    Times.set(when, time.get(), at);
  }

  private void head(Severity severity, Optional<Boolean> expanded) {
    badge.set(severity);
    badge.setVisible(true);
    chevron.setVisible(expanded.isPresent());
    chevron.setRotate(expanded.orElse(false) ? 90 : 0);
  }

  private boolean rebuild(Kind wanted, int newDepth) {
    if (kind == wanted && depth == newDepth) {
      return false;
    }
    kind = wanted;
    depth = newDepth;
    clear();
    marks(TriagePart.Marks.NONE);
    states.getChildren().setAll((Node) state, recorded);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return true;
  }
}
