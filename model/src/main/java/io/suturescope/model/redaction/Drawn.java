package io.suturescope.model.redaction;

import java.util.Locale;
import java.util.Set;

/// Finds long runs of characters that a machine drew: next to a word that says secret always,
/// elsewhere when they can be nothing else. Hashes and identifiers stay.
final class Drawn {

  private static final int NEAR = 100;
  private static final int LONG = 32;
  private static final int VERY_LONG = 40;
  private static final int LONGEST_WORD = 64;

  private static final Set<String> HARMLESS =
      Set.of(
          "sha",
          "sha1",
          "sha256",
          "sha512",
          "md5",
          "fingerprint",
          "fingerprints",
          "digest",
          "hash",
          "hashes",
          "commit",
          "checksum",
          "etag",
          "revision",
          "incident",
          "blake2",
          "crc32");

  private final String text;
  private final Spans hidden;
  private int secretWord = Integer.MIN_VALUE / 2;
  private int harmlessWord = Integer.MIN_VALUE / 2;

  Drawn(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  void find() {
    int at = 0;
    while (at < text.length()) {
      if (isPart(text.charAt(at))) {
        int from = at;
        while (at < text.length() && isPart(text.charAt(at))) {
          at++;
        }
        run(Chars.isEscaped(text, from, 0) ? from + 1 : from, at);
      } else {
        at++;
      }
    }
  }

  private static boolean isPart(char c) {
    return Chars.isAsciiLetterOrDigit(c) || "_-+/=.:~".indexOf(c) >= 0;
  }

  private void run(int from, int to) {
    if (to - from < LONG) {
      remember(from, to);
      return;
    }
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && ".:".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (isSecret(at, end) || (at == from && isToken(from, to))) {
        hidden.hide(at, at == from && isToken(from, to) ? to : end);
      } else if (end - at <= LONGEST_WORD) {
        remember(at, end);
      }
      at = end + 1;
    }
  }

  private void remember(int from, int to) {
    if (to - from > LONGEST_WORD) {
      return;
    }
    String run = text.substring(from, to);
    if (SecretNames.judge(run) != SecretNames.Kind.ORDINARY) {
      secretWord = to;
    }
    for (String word : SecretNames.words(run)) {
      if (HARMLESS.contains(word.toLowerCase(Locale.ROOT))) {
        harmlessWord = to;
      }
    }
  }

  private boolean isSecret(int from, int to) {
    int length = to - from;
    if (length < LONG || isPath(from, to)) {
      return false;
    }
    boolean near = from - secretWord < NEAR && secretWord > harmlessWord;
    if (near && Looks.secret(text, from, to)) {
      return true;
    }
    boolean harmless = from - harmlessWord < NEAR;
    return length >= VERY_LONG && !harmless && Looks.random(text, from, to);
  }

  /// Three parts with dots between them, as Discord's and many other tokens.
  private boolean isToken(int from, int to) {
    int first = text.indexOf('.', from, to);
    int second = first < 0 ? -1 : text.indexOf('.', first + 1, to);
    boolean three = first > from + 15 && second > first && second < to - 15;
    return three
        && text.indexOf(':', from, to) < 0
        && !isPath(from, to)
        && Looks.random(text, from, to);
  }

  private boolean isPath(int from, int to) {
    int slashes = 0;
    int longest = 0;
    int since = from;
    for (int at = from; at <= to; at++) {
      if (at == to || text.charAt(at) == '/' || text.charAt(at) == '-' || text.charAt(at) == '_') {
        slashes += at < to ? 1 : 0;
        longest = Math.max(longest, at - since);
        since = at + 1;
      }
    }
    return slashes > 0 && longest < 16;
  }
}
