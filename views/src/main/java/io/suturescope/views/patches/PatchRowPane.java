package io.suturescope.views.patches;

import io.suturescope.model.incident.Severity;
import io.suturescope.views.controls.ChipLabel;
import io.suturescope.views.controls.Labels;
import io.suturescope.views.controls.RowPane;
import io.suturescope.views.controls.SeverityBadge;
import io.suturescope.views.controls.TableColumns;
import io.suturescope.views.controls.TimeView;
import io.suturescope.views.controls.Times;
import io.suturescope.views.controls.TtlBar;
import io.suturescope.views.controls.Verdict;
import io.suturescope.views.controls.VerdictLabel;
import io.suturescope.views.text.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One row of the table of patches.
final class PatchRowPane extends RowPane<PatchLine> {

  private final Supplier<TimeView> time;
  private final Label severity = new Label();
  private final Label function = Labels.data("", "name");
  private final Label module = Labels.data("", "second");
  private final Label guard = Labels.data("", "code", "guard-cell");
  private final Label otherGuards = Labels.data("", "code", "second");
  private final Label recorded = Labels.data("", "muted");
  private final ChipLabel effective = new ChipLabel();
  private final TtlBar left = new TtlBar();
  private final VerdictLabel verdict = new VerdictLabel(Verdict.NOT_RUN);
  private final ChipLabel signature = new ChipLabel();
  private final Label crashes = Labels.words("", "number");
  private final Label last = Labels.words("", "muted");
  private final Label python = Labels.data("", "muted");

  PatchRowPane(TableColumns columns, Supplier<TimeView> time) {
    super(columns);
    this.time = time;
    place(severity, 0, 1, 0);
    place(twoLines(function, module), 1, 2, 0);
    place(twoLines(guard, otherGuards), 2, 3, 0);
    place(recorded, 3, 4, 0);
    place(effective, 4, 5, 0);
    place(left, 5, 6, 0);
    place(verdict, 6, 7, 0);
    place(signature, 7, 8, 0);
    place(crashes, 8, 9, 0);
    place(last, 9, 10, 0);
    place(python, 10, 11, 0);
    otherGuards.managedProperty().bind(otherGuards.visibleProperty());
  }

  private static VBox twoLines(Label first, Label second) {
    VBox lines = new VBox(first, second);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    return lines;
  }

  @Override
  protected String draw(int index, Optional<PatchLine> line) {
    PatchLine shown = line.orElse(null);
    if (shown == null) {
      return Words.of("row.loading");
    }
    boolean crashed = shown.severity() != Severity.UNKNOWN;
    severity.setGraphic(crashed ? new SeverityBadge(shown.severity()) : null);
    Labels.setData(function, shown.function());
    Labels.setData(module, shown.place());
    guards(shown);
    Labels.setData(recorded, shown.recorded());
    effective.set(Optional.of(shown.effective()));
    left.set(shown.left());
    verdict.set(shown.verdict());
    signature.set(shown.signature());
    crashes.setText(Words.number(shown.crashes()));
    last.setText(shown.lastSeen().map(at -> Times.relative(time.get(), at)).orElse(""));
    Labels.setData(python, shown.python());
    return PatchWords.said(shown);
  }

  private void guards(PatchLine shown) {
    int count = shown.guards().size();
    Labels.setData(guard, count == 0 ? "" : shown.guards().getFirst());
    String others = "";
    if (count == 2) {
      others = shown.guards().getLast();
    } else if (count > 2) {
      String rest = String.join(", ", shown.guards().subList(1, count));
      others = Words.of("patches.guards.more", count - 1, rest);
    }
    Labels.setData(otherGuards, others);
    otherGuards.setVisible(!others.isEmpty());
  }
}
