package io.suturescope.app.export;

import io.suturescope.app.examine.CodeSide;
import io.suturescope.app.examine.CrashedSource;
import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.TrustWarning;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.source.CheckedFix;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// One difference of an examined patch, in any of the formats of `diff` (cli.md): the same bytes
/// for the command line and the window.
///
/// @param missing why there is nothing to show; empty when there is
public record PatchDiff(
    Examination patch,
    Of of,
    Optional<Title> left,
    Optional<Title> right,
    Optional<CodeDiff> code,
    Optional<TextDiff> text,
    List<String> paragraphs,
    String missing) {

  /// What is compared.
  public enum Of {
    BYTECODE,
    SOURCE,
    FIX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it is written.
  public enum Format {
    TEXT,
    HTML,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a side is called.
  ///
  /// @param sha256 empty where there are no bytes of its own
  public record Title(String title, String sha256) {}

  public static PatchDiff of(Examination patch, Of of) {
    return switch (of) {
      case BYTECODE -> bytecode(patch);
      case SOURCE -> source(patch);
      case FIX -> fix(patch);
    };
  }

  private static PatchDiff bytecode(Examination patch) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(patch.explanation().text());
    paragraphs.addAll(patch.explanation().details());
    patch.left().ifPresent(side -> paragraphs.add(side.title() + ": " + side.note()));
    patch.right().map(CodeSide::note).filter(n -> !n.isEmpty()).ifPresent(paragraphs::add);
    patch.diff().flatMap(CodeDiff::coarse).ifPresent(paragraphs::add);
    paragraphs.addAll(patch.explanation().warnings());
    patch.trust().warnings().stream().map(TrustWarning::sentence).forEach(paragraphs::add);
    return new PatchDiff(
        patch,
        Of.BYTECODE,
        patch.left().map(side -> new Title(side.title(), side.sha256())),
        patch.right().map(side -> new Title(side.title(), side.sha256())),
        patch.diff(),
        Optional.empty(),
        paragraphs,
        patch.diff().isPresent() ? "" : patch.unreadable());
  }

  /// The whole function, so that the quoted line stands where it belongs.
  private static PatchDiff source(Examination patch) {
    Optional<CrashedSource> source = patch.source();
    if (source.isEmpty() || source.get().sinceCrash().isEmpty()) {
      String note = source.map(CrashedSource::note).orElse("No line of source is known of it.");
      return textual(patch, Of.SOURCE, Optional.empty(), "", note, note);
    }
    CrashedSource now = source.get();
    List<String> before = new ArrayList<>(now.lines());
    before.set(now.crashLine() - now.firstLine(), now.sinceCrash().get().left().getFirst());
    String range = " from line " + now.firstLine();
    return textual(
        patch,
        Of.SOURCE,
        Optional.of(TextDiff.between(before, now.lines())),
        now.file() + range,
        now.note(),
        "");
  }

  private static PatchDiff fix(Examination patch) {
    Optional<CheckedFix> fix = patch.fix();
    String reason =
        fix.map(each -> each.label().word() + ": " + each.reason())
            .orElse("There is no suggestion.");
    Optional<TextDiff> diff =
        fix.flatMap(CheckedFix::diff).map(each -> TextDiff.between(each.left(), each.right()));
    return textual(
        patch,
        Of.FIX,
        diff,
        fix.map(CheckedFix::file).orElse(""),
        reason,
        diff.isPresent() ? "" : reason);
  }

  private static PatchDiff textual(
      Examination patch,
      Of of,
      Optional<TextDiff> diff,
      String file,
      String paragraph,
      String missing) {
    boolean fix = of == Of.FIX;
    return new PatchDiff(
        patch,
        of,
        Optional.of(
            new Title(file + (fix ? " as it is now" : ", as the stack trace quotes it"), "")),
        Optional.of(new Title(file + (fix ? " with the suggestion" : ", as it is now"), "")),
        Optional.empty(),
        diff,
        List.of(paragraph),
        missing);
  }

  /// The whole document; empty when there is nothing to show, but for JSON.
  public String as(Format format) {
    return switch (format) {
      case JSON -> json();
      case TEXT ->
          code.map(diff -> DiffText.of(head(), diff))
              .or(() -> text.map(diff -> DiffText.of(head(), diff)))
              .orElse("");
      case HTML ->
          code.map(diff -> DiffHtml.of(head(), diff))
              .or(() -> text.map(diff -> DiffHtml.of(head(), diff)))
              .orElse("");
    };
  }

  private DiffHead head() {
    return new DiffHead(
        patch.patch().id(),
        left.map(Title::title).orElse("(no original)"),
        right.map(Title::title).orElse(""),
        paragraphs);
  }

  private String json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      json.writeStringProperty("patch", patch.patch().id());
      json.writeStringProperty("of", of.toString());
      json.writeStringProperty("original", patch.original().word());
      python(json, patch.python().candidates());
      title(json, "left", left);
      title(json, "right", right);
      if (code.isPresent()) {
        DiffJson.codeObjects(json, code.get());
      } else if (text.isPresent()) {
        DiffJson.rows(json, text.get());
      } else {
        json.writeArrayPropertyStart(of == Of.BYTECODE ? "code_objects" : "rows");
        json.writeEndArray();
      }
      notes(json);
      json.writeEndObject();
    }
    return out + "\n";
  }

  private void notes(JsonGenerator json) {
    json.writeArrayPropertyStart("notes");
    paragraphs.forEach(json::writeString);
    json.writeEndArray();
    if (!missing.isEmpty()) {
      json.writeStringProperty("missing", missing);
    }
  }

  /// Text when it is known, a list when the bytes fit several, null when they fit none.
  private static void python(JsonGenerator json, List<String> candidates) {
    json.writeName("python");
    if (candidates.isEmpty()) {
      json.writeNull();
    } else if (candidates.size() == 1) {
      json.writeString(candidates.getFirst());
    } else {
      json.writeStartArray();
      candidates.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void title(JsonGenerator json, String name, Optional<Title> side) {
    if (side.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("title", side.get().title());
    if (side.get().sha256().isEmpty()) {
      json.writeNullProperty("sha256");
    } else {
      json.writeStringProperty("sha256", side.get().sha256());
    }
    json.writeEndObject();
  }
}
