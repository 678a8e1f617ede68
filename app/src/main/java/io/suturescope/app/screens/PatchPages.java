package io.suturescope.app.screens;

import io.suturescope.app.examine.CodeSide;
import io.suturescope.app.examine.CrashedSource;
import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.examine.Trust;
import io.suturescope.app.export.MaskedDiff;
import io.suturescope.app.export.PatchDiff;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.redaction.Redaction;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixCheck;
import io.suturescope.model.source.FixLabel;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the page of a patch from what was found out about it. Off the UI thread.
final class PatchPages {

  private PatchPages() {}

  /// A patch as it was found, and its page.
  record Read(Examination examined, PatchPage page) {}

  static Read read(PatchExaminer examiner, PatchRow row) {
    Examination examined = examiner.examine(row);
    return new Read(examined, of(examined));
  }

  private static PatchPage of(Examination examined) {
    return new PatchPage(
        heading(examined),
        examined.explanation(),
        examined.source().map(source -> source(examined, source)),
        bytecode(examined),
        examined.fix().map(PatchPages::fix),
        trust(examined.trust()),
        facts(examined));
  }

  private static PatchPage.Heading heading(Examination examined) {
    PatchRow row = examined.patch();
    return new PatchPage.Heading(
        row.id(),
        row.module(),
        Words.shortName(row.function()),
        row.guardType(),
        Optional.of(row.severity()).filter(_ -> row.crashes() > 0),
        row.file().isPresent()
            ? List.of(Words.chip(row.effectiveState()), Words.chip(examined.trust().signature()))
            : List.of(Words.chip(row.effectiveState())));
  }

  private static PatchPage.Source source(Examination examined, CrashedSource source) {
    List<String> lines = source.lines().stream().map(Redaction::masked).toList();
    int crash = source.crashLine() - source.firstLine();
    boolean masked =
        crash >= 0 && crash < lines.size() && !lines.get(crash).equals(source.lines().get(crash));
    return new PatchPage.Source(
        source.file(),
        source.firstLine(),
        lines,
        source.crashLine(),
        masked ? 0 : source.from(),
        masked ? 0 : source.to(),
        source.note(),
        PatchDiff.of(examined, PatchDiff.Of.SOURCE).text().map(MaskedDiff::of));
  }

  private static PatchPage.Bytecode bytecode(Examination examined) {
    Chip python = python(examined.python());
    PatchPage.Side left =
        new PatchPage.Side(
            "Original",
            List.of(origin(examined.original())),
            examined.left().map(PatchPages::note).orElse(""));
    PatchPage.Side right =
        new PatchPage.Side(
            "Patched",
            List.of(Words.chip(examined.trust().signature()), python),
            examined.right().map(PatchPages::note).orElse(""));
    return new PatchPage.Bytecode(
        examined.diff().map(MaskedDiff::of), left, right, examined.unreadable());
  }

  private static String note(CodeSide side) {
    return side.note().isEmpty() ? side.title() : side.title() + ": " + side.note();
  }

  private static Chip origin(OriginalKind kind) {
    return switch (kind) {
      case ORIG_CODE -> new Chip("from .orig.code", Tone.NEUTRAL);
      case PYC -> new Chip("from __pycache__", Tone.NEUTRAL);
      case AGENT -> new Chip("from the process", Tone.ACCENT);
      case RECONSTRUCTED -> new Chip("reconstructed", Tone.HIGH);
      case NONE -> new Chip("no original", Tone.HIGH);
    };
  }

  private static Chip python(PythonChoice python) {
    String by =
        switch (python.evidence()) {
          case GIVEN -> "as told";
          case AGENT -> "by the process";
          case INCIDENT -> "by incident";
          case MAGIC -> "by its header";
          case BYTES -> "by its bytes";
          case NOTHING -> "";
        };
    return python.candidates().isEmpty()
        ? new Chip("fits no known Python", Tone.HIGH)
        : new Chip("Python " + python.text() + " " + by, Tone.NEUTRAL);
  }

  private static PatchPage.Fix fix(CheckedFix fix) {
    return new PatchPage.Fix(
        label(fix.label()),
        fix.reason(),
        fix.fix().confidence(),
        fix.file().isEmpty() ? fix.fix().path() : fix.file() + ":" + fix.fix().line(),
        fix.diff().map(MaskedDiff::of),
        Math.max(1, fix.fix().line() - FixCheck.CONTEXT),
        fix.label() == FixLabel.USABLE);
  }

  private static Chip label(FixLabel label) {
    return switch (label) {
      case NONE -> new Chip("no suggestion", Tone.NEUTRAL);
      case NO_OP -> new Chip("changes nothing", Tone.NEUTRAL);
      case SOURCE_MISSING -> new Chip("source missing", Tone.HIGH);
      case SOURCE_DRIFTED -> new Chip("source has changed", Tone.HIGH);
      case WRONG_LINE -> new Chip("wrong line", Tone.HIGH);
      case DOES_NOT_PARSE -> new Chip("does not parse", Tone.CRITICAL);
      case CHANGES_STATEMENT -> new Chip("changes the statement", Tone.CRITICAL);
      case USABLE -> new Chip("applies", Tone.ACCENT);
    };
  }

  private static PatchPage.Trust trust(Trust trust) {
    return new PatchPage.Trust(
        Words.chip(trust.signature()),
        trust.reason(),
        trust.warnings().stream()
            .map(warning -> new PatchPage.Warning(warning.sentence(), warning.grave()))
            .toList());
  }

  private static List<Fact> facts(Examination examined) {
    PatchRow row = examined.patch();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Effective", row.effectiveReason(), false));
    add(facts, "Recorded", row.recordedState());
    if (row.layers().size() > 1) {
      facts.add(new Fact("Guards", guards(row), true));
    }
    facts.add(new Fact("Crashes", Words.count(row.crashes(), "crash", "crashes"), false));
    row.file()
        .flatMap(PatchFile::metadata)
        .flatMap(PatchMetadata::patchedAt)
        .ifPresent(at -> facts.add(new Fact("Patched at", at.toString(), true)));
    row.ttlEnd().ifPresent(end -> facts.add(new Fact("Time ends", end.toString(), true)));
    add(facts, "File", examined.trust().file());
    add(facts, "SHA-256", examined.trust().codeSha256());
    add(facts, "Patch", row.id());
    add(facts, "Source", row.source().identity().displayName());
    return facts;
  }

  /// Oldest first, as they lie in the code.
  private static String guards(PatchRow row) {
    return row.layers().stream()
        .map(layer ->
            layer.guardType()
                + layer
                    .lifecycle()
                    .map(entry ->
                        " (" + entry.recordedState() + (layer.gone() ? ", entry gone)" : ")"))
                    .orElse(" (no entry)"))
        .collect(Collectors.joining(", "));
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value, true));
    }
  }
}
