package io.suturescope.importers.codesuture;

import io.suturescope.model.patch.PatchMetadata;
import java.util.Optional;
import java.util.Set;

/// Reads the `.json` beside a `.code` (codesuture.md 2).
final class PatchMetadataReader {

  static final String SIGNATURE = "code_sha256";

  private static final Set<String> KNOWN =
      Set.of(
          "func_name",
          "guard_type",
          "target",
          "default_value",
          "patched_at",
          "ttl_days",
          SIGNATURE,
          "thread");

  /// What came of one metadata file.
  sealed interface Read {
    /// @param odd what is odd about it; empty for a usual one
    record Good(PatchMetadata metadata, String odd) implements Read {}

    record Bad(String reason) implements Read {}
  }

  private PatchMetadataReader() {}

  static Read read(byte[] bytes) {
    return switch (JsonDocument.parse(bytes)) {
      case JsonDocument.Parsed.Bad(String reason) -> new Read.Bad(reason);
      case JsonDocument.Parsed.Good(Json.Obj object, boolean bom) -> metadata(object, bom);
      case JsonDocument.Parsed.Good(Json other, boolean bom) ->
          new Read.Bad("not patch metadata: " + Json.kind(other) + ", not an object");
    };
  }

  private static Read metadata(Json.Obj object, boolean bom) {
    Fields fields = new Fields(object);
    if (bom) {
      fields.odd("begins with a byte order mark, on which CodeSuture fails");
    }
    String functionName = fields.text("func_name");
    String guard = fields.text("guard_type");
    if (!guard.isEmpty() && !Guards.isKnown(guard)) {
      fields.odd("guard_type is not a guard CodeSuture 1.1.0 knows");
    }
    String target = target(fields);
    String defaultValue = fields.raw("default_value");
    judgeDefault(fields);
    PatchMetadata metadata =
        new PatchMetadata(
            functionName,
            guard,
            target,
            defaultValue,
            fields.time("patched_at"),
            fields.whole("ttl_days"),
            signature(fields),
            fields.text("thread"),
            fields.asRecorded());
    fields.usualTime("patched_at");
    if (metadata.ttlDays().equals(Optional.of(0))) {
      fields.odd("ttl_days is 0: expired at once");
    }
    fields.rest(KNOWN);
    return new Read.Good(withRecorded(metadata, fields), fields.reason());
  }

  private static PatchMetadata withRecorded(PatchMetadata metadata, Fields fields) {
    return new PatchMetadata(
        metadata.functionName(),
        metadata.guardType(),
        metadata.target(),
        metadata.defaultValue(),
        metadata.patchedAt(),
        metadata.ttlDays(),
        metadata.codeSha256(),
        metadata.thread(),
        fields.asRecorded());
  }

  /// A target can be any JSON; one that is no text is shown as recorded.
  private static String target(Fields fields) {
    String text = fields.text("target");
    return text.isEmpty() ? fields.asRecorded().getOrDefault("target", "") : text;
  }

  private static String signature(Fields fields) {
    return switch (fields.get(SIGNATURE).orElse(null)) {
      case Json.Text(String value, Json.Raw raw) -> value;
      // Missing, or null: unsigned, which is told with the signature.
      case null -> "";
      case Json.Null n -> "";
      case Json other -> {
        fields.asRecorded().put(SIGNATURE, other.raw().text());
        yield "";
      }
    };
  }

  private static void judgeDefault(Fields fields) {
    switch (fields.get("default_value").orElse(null)) {
      case Json.Obj o when !o.members().isEmpty() ->
          fields.odd("default_value is an object with content, which CodeSuture does not write");
      case Json.Arr a when !a.items().isEmpty() ->
          fields.odd("default_value is a list with content, which CodeSuture does not write");
      case Json.Text(String text, Json.Raw raw) when hasLoneSurrogate(text) ->
          fields.odd("default_value holds half a character (a lone surrogate)");
      case Json.Num number when !Double.isFinite(number.value()) ->
          fields.odd("default_value is not a finite number");
      case null -> {}
      case Json usual -> {}
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
