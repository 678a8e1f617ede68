package io.suturescope.importers.codesuture;

import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of the text that `codesuture run` prints (codesuture.md 9), read from its fixed parts.
///
/// Values of the program may hold anything, even such a line: only what stands at the beginning of
/// a line counts, after a time and colours that a log collector may have put there.
sealed interface RunLogLine {

  /// Not a line of CodeSuture's.
  record Foreign() implements RunLogLine {}

  /// A line of CodeSuture's that tells no verdict.
  record Other() implements RunLogLine {}

  /// A comparison begins: which prints a verdict later, or none.
  record Begins(String file, String function) implements RunLogLine {}

  record Says(Verdict verdict) implements RunLogLine {}

  /// The beginning of a divergent verdict whose values go on in the next line.
  record Unfinished() implements RunLogLine {}

  /// @param reason one plain sentence without a final stop, starting in lower case
  record Odd(String reason) implements RunLogLine {}

  String MARK = "[CodeSuture";
  String END = ". Results diverge.";

  Pattern HEAD =
      Pattern.compile(
          "\\A(?:\\x1b\\[[0-9;]{0,16}m){0,4}"
              + "(?:(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?"
              + "(?:Z|[+-]\\d\\d:?\\d\\d)?)\\s+)?"
              + "(?:\\x1b\\[[0-9;]{0,16}m){0,4}\\[CodeSuture( SHADOW| DRY-RUN| DEBUG)?\\] ?");

  /// The sign before the words, which a console may have written in its own way.
  Pattern SIGN =
      Pattern.compile("\\A(?:\\\\U?[0-9a-fu]{4,9}|[^\\p{L}\\p{N}\\s/\\\\.<_~(]{1,8})\\s+");

  String VERIFIED = "Verified patch for ";
  String SAME = ": original code succeeded with same result";
  String ORIGINAL = ": original returned ";
  String PATCHED = ", patched returned ";
  String BEGINS = "Shadow warning: shallow copy used";
  String BEGINS_FOR = " may affect verdict for ";

  /// Written to the other stream, which may come between a line and its end.
  String TRACEBACK = "Traceback (most recent call last):";

  /// True when the line is one of CodeSuture's.
  static boolean isMarked(String line) {
    return HEAD.matcher(line).lookingAt();
  }

  static RunLogLine of(String line) {
    Matcher head = HEAD.matcher(line);
    if (!head.lookingAt()) {
      return line.contains("[CodeSuture SHADOW] ")
          ? new Odd("a verdict stands in the middle of a line and is not counted")
          : new Foreign();
    }
    String rest = line.substring(head.end());
    if (!" SHADOW".equals(head.group(2))) {
      return head.group(2) == null ? plain(rest) : new Other();
    }
    Optional<Instant> time = Optional.ofNullable(head.group(1)).flatMap(RunLogLine::time);
    RunLogLine read = shadow(SIGN.matcher(rest).replaceFirst(""));
    return read instanceof Says(Verdict verdict) ? new Says(verdict.at(time)) : read;
  }

  /// Without a zone a time says too little.
  private static Optional<Instant> time(String text) {
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d\\z");
    return zoned && text.indexOf(':') > 0
        ? RecordedTime.parse(text.replace(' ', 'T').replace(',', '.'))
        : Optional.empty();
  }

  private static RunLogLine plain(String rest) {
    int name = rest.indexOf(BEGINS_FOR);
    if (!rest.startsWith(BEGINS) || name < 0) {
      return new Other();
    }
    return key(rest.substring(name + BEGINS_FOR.length()))
        .<RunLogLine>map(key -> new Begins(key.file(), key.function()))
        .orElseGet(() -> new Odd("the comparison that begins here names no function"));
  }

  private static RunLogLine shadow(String text) {
    if (text.startsWith(VERIFIED)) {
      int end = text.indexOf('!');
      String function = end < 0 ? "" : text.substring(VERIFIED.length(), end).strip();
      return function.isEmpty()
          ? new Odd("a verdict that names no function")
          : new Says(
              Verdict.printed(VerdictKind.JUSTIFIED, function, Optional.empty(), Optional.empty()));
    }
    int same = text.indexOf(SAME);
    int returned = text.indexOf(ORIGINAL);
    if (same >= 0 && (returned < 0 || same < returned)) {
      return says(VerdictKind.UNNECESSARY, text.substring(0, same), Optional.empty());
    }
    if (returned >= 0) {
      int end = text.lastIndexOf(END);
      int values = returned + ORIGINAL.length();
      return end < values
          ? new Unfinished()
          : says(
              VerdictKind.DIVERGENT,
              text.substring(0, returned),
              Optional.of(values(text.substring(values, end))));
    }
    return text.startsWith("Error recording verification:")
        ? new Odd("CodeSuture could not record a justified verdict; whose, it does not say")
        : new Odd("a line of the shadow run that is not known");
  }

  private static RunLogLine says(VerdictKind kind, String named, Optional<Returned> returned) {
    return key(named)
        .<RunLogLine>map(key ->
            new Says(Verdict.printed(kind, key.function(), Optional.of(key.file()), returned)))
        .orElseGet(() -> new Odd("a verdict that names no file and function"));
  }

  private static Returned values(String text) {
    int between = text.indexOf(PATCHED);
    return between < 0 || text.indexOf(PATCHED, between + 1) >= 0
        ? new Returned.Unsplit(text)
        : new Returned.Both(text.substring(0, between), text.substring(between + PATCHED.length()));
  }

  /// What CodeSuture keeps originals under.
  record Key(String file, String function) {}

  /// `FILE:NAME`; a file may hold colons, a name does not.
  private static Optional<Key> key(String text) {
    String named =
        text.endsWith(TRACEBACK) ? text.substring(0, text.length() - TRACEBACK.length()) : text;
    int colon = named.lastIndexOf(':');
    String function = named.substring(colon + 1).strip();
    return colon <= 0 || function.isEmpty()
        ? Optional.empty()
        : Optional.of(new Key(named.substring(0, colon), function));
  }
}
