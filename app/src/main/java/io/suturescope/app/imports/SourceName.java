package io.suturescope.app.imports;

/// What screens call a source.
final class SourceName {

  private SourceName() {}

  /// The last part of a path. A folder called `project`, `app` or `src` says nothing, so that the
  /// folder above it is said as well.
  static String shortOf(String path) {
    String plain = path.replace('\\', '/');
    while (plain.length() > 1 && plain.endsWith("/")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    int slash = plain.lastIndexOf('/');
    String last = plain.substring(slash + 1);
    boolean sayNothing = last.equals("project") || last.equals("app") || last.equals("src");
    if (!sayNothing || slash <= 0) {
      return last.isEmpty() ? path : last;
    }
    return plain.substring(plain.lastIndexOf('/', slash - 1) + 1);
  }
}
