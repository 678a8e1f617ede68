package io.suturescope.app.cli;

/// How many character cells of a terminal a text takes, and cutting it to fit.
final class CellWidth {

  private static final String ELLIPSIS = "…";

  private CellWidth() {}

  static int of(String text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  /// At most `width` cells: what does not fit is taken out of the middle, since the end of a name
  /// or message tells as much as its start.
  static String fit(String text, int width) {
    if (text.length() <= width / 2 || of(text) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int left = width / 2;
    int right = width - 1 - left;
    int start = 0;
    for (int used = 0; start < points.length && used + of(points[start]) <= left; start++) {
      used += of(points[start]);
    }
    int end = points.length;
    for (int used = 0; end > start && used + of(points[end - 1]) <= right; end--) {
      used += of(points[end - 1]);
    }
    String head = new String(points, 0, start);
    return head + ELLIPSIS + new String(points, end, points.length - end);
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /// East Asian wide and full-width blocks, and the pictographs.
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
