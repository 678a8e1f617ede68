package io.suturescope.model.redaction;

/// What may be kept of a recorded value: its kind and size, never the value (codesuture.md 11).
public final class ValueShape {

  /// CodeSuture cuts every repr there.
  private static final int CUT_AT = 200;

  private static final int LONGEST_NUMBER = 400;

  private ValueShape() {}

  /// The shape of a value that was recorded as its repr; `None` for None.
  public static String ofRepr(String repr) {
    if (repr.isEmpty()) {
      return "value";
    }
    return switch (repr.charAt(0)) {
      case '\'', '"' -> sized("str", repr.length() - 2, repr.length());
      case '[' -> sizedRepr("list", repr);
      case '(' -> sizedRepr("tuple", repr);
      case '{' -> sizedRepr("dict or set", repr);
      case '<' -> repr.startsWith("<function ") ? "function" : "object";
      case 'b' -> repr.startsWith("b'") || repr.startsWith("b\"") ? "bytes" : "object";
      default -> ofWord(repr);
    };
  }

  private static String ofWord(String repr) {
    if (repr.equals("None")) {
      return "None";
    }
    if (repr.equals("True") || repr.equals("False")) {
      return "bool";
    }
    boolean digits = repr.length() <= LONGEST_NUMBER;
    boolean point = false;
    for (int at = 0; digits && at < repr.length(); at++) {
      char c = repr.charAt(at);
      point |= c == '.' || c == 'e';
      digits = (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e';
    }
    return digits ? (point ? "float" : "int") : "object";
  }

  private static String sizedRepr(String kind, String repr) {
    return sized(kind + " shown", repr.length(), repr.length());
  }

  private static String sized(String kind, int length, int reprLength) {
    int characters = Math.max(0, length);
    return reprLength >= CUT_AT
        ? kind + ", at least " + characters + " characters"
        : kind + ", " + characters + (characters == 1 ? " character" : " characters");
  }
}
