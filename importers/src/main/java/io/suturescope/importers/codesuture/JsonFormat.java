package io.suturescope.importers.codesuture;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The JSON that Python writes: strict, but for bare NaN and Infinity; nested at most {@link
/// #MAX_DEPTH} deep.
final class JsonFormat {

  static final int MAX_DEPTH = 500;

  private static final int MAX_TEXT = 64 << 20;
  private static final int REASON_LIMIT = 140;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_TEXT)
                  .maxNameLength(MAX_TEXT)
                  .build())
          .build();

  private JsonFormat() {}

  /// A parser over bytes that are known to be UTF-8 without a BOM and without NUL.
  static JsonParser parser(byte[] bytes, int from, int length) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length);
  }

  /// Why a text is not JSON, as one plain sentence.
  static String reason(JacksonException failure) {
    if (failure instanceof UnexpectedEndOfInputException) {
      return "not JSON: unexpected end of input";
    }
    if (failure instanceof StreamConstraintsException) {
      return "not read: nested deeper than " + MAX_DEPTH + " levels or longer than the limit";
    }
    String message = failure.getOriginalMessage();
    String plain = message == null ? "damaged" : message.lines().findFirst().orElse("damaged");
    if (plain.toLowerCase(Locale.ROOT).contains("end-of-input")) {
      return "not JSON: unexpected end of input";
    }
    // What follows is advice to programmers.
    int advice = plain.indexOf(")): ");
    plain = advice > 0 ? plain.substring(0, advice + 2) : plain;
    plain =
        plain.isEmpty()
            ? plain
            : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    return "not JSON: " + plain.substring(0, Math.min(REASON_LIMIT, plain.length()));
  }
}
