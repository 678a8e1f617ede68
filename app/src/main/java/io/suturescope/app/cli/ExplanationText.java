package io.suturescope.app.cli;

import io.suturescope.app.examine.CrashedSource;
import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.TrustWarning;
import io.suturescope.app.export.JsonOut;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.diff.Change;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.model.source.FixLabel;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// What `explain` prints (cli.md).
final class ExplanationText {

  private static final int MOST_INSTRUCTIONS = 40;

  private ExplanationText() {}

  static void json(Examination patch, Writer out) throws IOException {
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      json.writeStringProperty("patch", patch.patch().id());
      json.writeStringProperty("guard", patch.patch().guardType());
      json.writeStringProperty("sentence", patch.explanation().text());
      texts(json, "details", patch.explanation().details());
      source(json, patch.source());
      fix(json, patch.fix());
      texts(json, "warnings", warnings(patch));
      json.writeStringProperty("original", patch.original().word());
      json.writeStringProperty("signature", patch.trust().signature().word());
      json.writeStringProperty("unreadable", patch.unreadable());
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void source(JsonGenerator json, Optional<CrashedSource> source) {
    Optional<CrashedSource> line = source.filter(each -> crashLine(each).isPresent());
    if (line.isEmpty()) {
      json.writeNullProperty("file");
      json.writeNullProperty("line");
      json.writeNullProperty("columns");
      json.writeNullProperty("source");
      return;
    }
    CrashedSource there = line.get();
    if (there.file().isEmpty()) {
      json.writeNullProperty("file");
    } else {
      json.writeStringProperty("file", there.file());
    }
    json.writeNumberProperty("line", there.crashLine());
    if (there.from() < there.to()) {
      json.writeArrayPropertyStart("columns");
      // Characters, not UTF-16 units: other languages count so.
      String text = crashLine(there).orElse("");
      json.writeNumber(text.codePointCount(0, there.from()));
      json.writeNumber(text.codePointCount(0, there.to()));
      json.writeEndArray();
    } else {
      json.writeNullProperty("columns");
    }
    json.writeStringProperty("source", crashLine(there).orElse(""));
  }

  private static void fix(JsonGenerator json, Optional<CheckedFix> fix) {
    Optional<CheckedFix> there = fix.filter(each -> !each.fix().suggested().isEmpty());
    if (there.isEmpty()) {
      json.writeNullProperty("suggestion");
    } else {
      json.writeStringProperty("suggestion", there.get().fix().suggested());
    }
    json.writeStringProperty(
        "suggestion_label", fix.map(CheckedFix::label).orElse(FixLabel.NONE).word());
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static List<String> warnings(Examination patch) {
    return Stream.concat(
            patch.explanation().warnings().stream(),
            patch.trust().warnings().stream().map(TrustWarning::sentence))
        .toList();
  }

  private static Optional<String> crashLine(CrashedSource source) {
    int at = source.crashLine() - source.firstLine();
    return at >= 0 && at < source.lines().size()
        ? Optional.of(source.lines().get(at))
        : Optional.empty();
  }

  static void lines(Examination patch, Writer out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(patch.patch().id() + "  in " + patch.patch().source().identity().path());
    lines.add("");
    lines.add(patch.explanation().text());
    lines.addAll(patch.explanation().details());
    patch.source().ifPresent(source -> source(lines, source));
    inserted(lines, patch);
    patch.fix().ifPresent(fix -> fix(lines, fix));
    lines.add("");
    lines.add("Signature: " + patch.trust().signature().word() + ". " + patch.trust().reason());
    warnings(patch).forEach(warning -> lines.add("! " + warning));
    for (String line : lines) {
      out.write(Visible.line(line) + "\n");
    }
  }

  private static void source(List<String> lines, CrashedSource source) {
    Optional<String> line = crashLine(source);
    if (line.isEmpty()) {
      return;
    }
    String file = source.file().isEmpty() ? "Line" : source.file() + ", line";
    lines.add("");
    lines.add("%s %d. %s".formatted(file, source.crashLine(), source.note()));
    lines.add("    " + line.get());
    if (source.from() < source.to()) {
      String before = Visible.line(line.get().substring(0, source.from()));
      String part = Visible.line(line.get().substring(source.from(), source.to()));
      lines.add(
          "    " + " ".repeat(CellWidth.of(before)) + "^".repeat(Math.max(1, CellWidth.of(part))));
    }
  }

  private static void inserted(List<String> lines, Examination patch) {
    lines.add("");
    if (patch.diff().isEmpty()) {
      lines.add(patch.unreadable());
      return;
    }
    if (patch.original() == OriginalKind.NONE) {
      lines.add("There is no original to compare the bytecode with.");
      return;
    }
    List<String> added =
        patch.diff().get().pairs().stream()
            .flatMap(pair -> pair.rows().stream())
            .filter(row -> row.change() != Change.SAME && row.right().isPresent())
            .map(CodeDiff.Row::right)
            .flatMap(Optional::stream)
            .map(ExplanationText::instruction)
            .toList();
    String left = patch.left().map(side -> side.title()).orElse("");
    lines.add("Inserted or changed, against %s:".formatted(left));
    added.stream().limit(MOST_INSTRUCTIONS).forEach(lines::add);
    if (added.size() > MOST_INSTRUCTIONS) {
      lines.add(
          "    and %d more: suturescope diff shows all"
              .formatted(added.size() - MOST_INSTRUCTIONS));
    }
  }

  private static String instruction(Instruction instruction) {
    OptionalInt arg = instruction.arg();
    String text =
        "    %6d  %-24s %6s  %s"
            .formatted(
                instruction.offset(),
                instruction.opname(),
                arg.isPresent() ? String.valueOf(arg.getAsInt()) : "",
                instruction.argrepr());
    return text.stripTrailing();
  }

  private static void fix(List<String> lines, CheckedFix fix) {
    lines.add("");
    lines.add("Suggestion (" + fix.label().word() + "): " + fix.reason());
    if (!fix.fix().suggested().isEmpty()) {
      lines.add("  - " + fix.fix().original());
      lines.add("  + " + fix.fix().suggested());
    }
  }
}
