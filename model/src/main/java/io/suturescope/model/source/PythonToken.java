package io.suturescope.model.source;

/// One token of Python source.
///
/// @param line from 1, where it begins
/// @param from index of its first character
record PythonToken(Kind kind, String text, int line, int from) {

  enum Kind {
    NAME,
    NUMBER,
    STRING,
    /// A string that begins with a `b` prefix.
    BYTES,
    OPERATOR,
    /// The end of a logical line.
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  boolean is(String operatorOrWord) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrWord);
  }

  /// How a sentence names it.
  String spoken() {
    return switch (kind) {
      case NEWLINE -> "the end of the line";
      case INDENT -> "a deeper indentation";
      case DEDENT -> "the end of the block";
      case END -> "the end of the file";
      case STRING, BYTES -> "a string";
      case NAME, NUMBER, OPERATOR ->
          "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
    };
  }
}
