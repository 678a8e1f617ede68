package io.suturescope.model.source;

/// How deep a string lies inside the fields of f-strings.
///
/// @param checked false while only the end of the string is looked for
record PythonNesting(int level, boolean checked) {
  static final PythonNesting NONE = new PythonNesting(0, true);
  private static final int LIMIT = 100;

  PythonNesting deeper(int line) {
    if (level >= LIMIT) {
      throw new Malformed(line, "an f-string nests too deep");
    }
    return new PythonNesting(level + 1, checked);
  }

  PythonNesting skipped() {
    return new PythonNesting(level, false);
  }
}
