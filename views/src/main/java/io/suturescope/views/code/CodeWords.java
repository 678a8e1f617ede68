package io.suturescope.views.code;

import io.suturescope.model.source.PythonKeywords;
import java.util.ArrayList;
import java.util.List;

/// Finds what is to be coloured in one line of Python or of bytecode. Knows one line only, so a
/// text over several lines is coloured as code; never fails.
final class CodeWords {

  private CodeWords() {}

  /// A piece of a line.
  ///
  /// @param style class that colours it
  record Word(int from, int to, String style) {}

  /// Of a line of Python.
  static List<Word> ofPython(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      int end = at + 1;
      if (c == '#') {
        end = line.length();
        words.add(new Word(at, end, "code-comment"));
      } else if (c == '"' || c == '\'') {
        end = endOfString(line, at);
        words.add(new Word(at, end, "code-string"));
      } else if (Character.isDigit(c)) {
        end = endOfWord(line, at);
        words.add(new Word(at, end, "code-number"));
      } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
        end = endOfWord(line, at);
        if (PythonKeywords.isKeyword(line.substring(at, end))) {
          words.add(new Word(at, end, "code-keyword"));
        }
      } else if (c == '@' && line.substring(0, at).isBlank()) {
        end = endOfWord(line, at + 1);
        words.add(new Word(at, end, "code-decorator"));
      }
      at = end;
    }
    return words;
  }

  /// Of an instruction: its opcode stands out, what the number means does not shout.
  static List<Word> ofInstruction(String line) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '>')) {
      start++;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) != ' ') {
      end++;
    }
    words.add(new Word(start, end, "code-opname"));
    int meaning = line.indexOf('(', end);
    if (meaning >= 0) {
      words.add(new Word(meaning, line.length(), "code-meaning"));
    }
    return words;
  }

  private static int endOfWord(String line, int from) {
    int end = from;
    while (end < line.length()
        && (Character.isUnicodeIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
      end++;
    }
    return Math.max(end, from);
  }

  private static int endOfString(String line, int from) {
    char quote = line.charAt(from);
    for (int at = from + 1; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.charAt(at) == quote) {
        return at + 1;
      }
    }
    return line.length();
  }
}
