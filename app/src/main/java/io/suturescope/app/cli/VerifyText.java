package io.suturescope.app.cli;

import io.suturescope.app.cli.VerifyCommand.Judged;
import io.suturescope.app.examine.Trust;
import io.suturescope.app.examine.TrustWarning;
import io.suturescope.app.export.JsonOut;
import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// What `verify` prints (cli.md).
final class VerifyText {

  /// It is true of every patch, so that a person needs it once.
  private static final String ALWAYS = "metadata-unsigned";

  private final Writer out;

  VerifyText(Writer out) {
    this.out = out;
  }

  void json(String path, List<Judged> patches) throws IOException {
    try (JsonGenerator json = JsonOut.on(out)) {
      json.writeStartObject();
      json.writeStringProperty("path", path);
      json.writeArrayPropertyStart("patches");
      patches.forEach(each -> patch(json, each));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void patch(JsonGenerator json, Judged each) {
    Trust trust = each.trust();
    json.writeStartObject();
    json.writeStringProperty("patch", each.patch().id());
    json.writeStringProperty("source", each.patch().source().identity().path());
    json.writeStringProperty("file", fileOf(each));
    json.writeStringProperty("signature", trust.signature().word());
    if (trust.codeSha256().isEmpty()) {
      json.writeNullProperty("code_sha256");
    } else {
      json.writeStringProperty("code_sha256", trust.codeSha256());
    }
    json.writeStringProperty("reason", trust.reason());
    json.writeArrayPropertyStart("warnings");
    trust.warnings().forEach(warning -> json.writeString(warning.code()));
    json.writeEndArray();
    json.writeEndObject();
  }

  /// The code, or the file that the patch stands in when it has none.
  private static String fileOf(Judged each) {
    return each.trust().file().isEmpty()
        ? each.patch().filePlace().map(place -> place.file()).orElse("")
        : each.trust().file();
  }

  /// What is true of every patch is said once.
  ///
  /// @param quiet true for those that need attention only
  void lines(List<Judged> patches, boolean quiet) throws IOException {
    Set<TrustWarning> common = common(patches);
    for (Judged each : patches) {
      if (!quiet || each.needsAttention()) {
        line(each, common);
      }
    }
    if (!common.isEmpty()) {
      out.write("All of them:\n");
      for (TrustWarning warning : common) {
        warning(warning);
      }
    }
    if (!quiet) {
      out.write(summary(patches));
    }
  }

  private static Set<TrustWarning> common(List<Judged> patches) {
    Set<TrustWarning> common = new LinkedHashSet<>();
    if (patches.size() > 1) {
      common.addAll(patches.getFirst().trust().warnings());
      patches.forEach(each -> common.retainAll(each.trust().warnings()));
    }
    common.removeIf(warning -> warning.code().equals(ALWAYS));
    return common;
  }

  private void line(Judged each, Set<TrustWarning> common) throws IOException {
    Trust trust = each.trust();
    out.write(
        "%-11s  %s  (%s)\n"
            .formatted(
                trust.signature().word(),
                Visible.line(each.patch().id()),
                Visible.line(fileOf(each))));
    if (trust.signature() != SignatureState.VALID) {
      out.write("    " + Visible.line(trust.reason()) + "\n");
    }
    for (TrustWarning warning : trust.warnings()) {
      if (!warning.code().equals(ALWAYS) && !common.contains(warning)) {
        warning(warning);
      }
    }
  }

  private void warning(TrustWarning warning) throws IOException {
    String mark = warning.grave() ? "  ! " : "    ";
    out.write(mark + warning.code() + ": " + Visible.line(warning.sentence()) + "\n");
  }

  private static String summary(List<Judged> patches) {
    if (patches.isEmpty()) {
      return "There is no patch file in it.\n";
    }
    List<String> counts = new ArrayList<>();
    for (SignatureState state : SignatureState.values()) {
      long count = patches.stream().filter(each -> each.trust().signature() == state).count();
      if (count > 0) {
        counts.add(count + " " + state.word());
      }
    }
    long attention = patches.stream().filter(Judged::needsAttention).count();
    return "%d %s: %s. %s\nValid means that the bytes are those that were saved by someone who can read the key; the metadata are never signed.\n"
        .formatted(
            patches.size(),
            patches.size() == 1 ? "patch" : "patches",
            String.join(", ", counts),
            switch ((int) attention) {
              case 0 -> "None needs attention.";
              case 1 -> "1 needs attention.";
              default -> attention + " need attention.";
            });
  }
}
