package io.suturescope.model.source;

import io.suturescope.model.diff.TextDiff;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Checks a suggested fix against the file it belongs to (features.md 41).
public final class FixCheck {
  /// Lines of the file above and below the replaced one in the diff.
  public static final int CONTEXT = 3;

  private static final int PLACES_NAMED = 5;

  private FixCheck() {}

  /// The first label that holds, the reason for it, and for a USABLE one the patch.
  ///
  /// @param file the one that {@link SuggestedFix#path} means; empty when it is not in the source
  /// @param quoted the crash line as the stack trace quotes it, a second witness
  public static CheckedFix check(
      SuggestedFix fix, Optional<SourceText> file, Optional<String> quoted) {
    if (fix.original().isEmpty() && fix.suggested().isEmpty()) {
      String reason =
          fix.diff().isBlank()
              ? "There is no suggestion."
              : "The recorded text is not a change of one line.";
      return without(fix, FixLabel.NONE, reason, file);
    }
    if (fix.original().stripTrailing().equals(fix.suggested().stripTrailing())) {
      return noOp(fix, file);
    }
    if (fix.lineWasUnavailable()) {
      return without(
          fix,
          FixLabel.SOURCE_MISSING,
          "CodeSuture could not read line " + fix.line() + ", so there is nothing to replace.",
          file);
    }
    if (file.isEmpty()) {
      return without(
          fix, FixLabel.SOURCE_MISSING, "The source does not hold " + fix.path() + ".", file);
    }
    return holds(file.get(), fix) ? inPlace(fix, file.get(), quoted) : elsewhere(fix, file.get());
  }

  private static CheckedFix noOp(SuggestedFix fix, Optional<SourceText> file) {
    return new CheckedFix(
        fix,
        FixLabel.NO_OP,
        "The suggestion changes nothing.",
        path(file),
        file.filter(text -> holds(text, fix)).map(text -> diff(text, fix)),
        Optional.empty());
  }

  private static CheckedFix without(
      SuggestedFix fix, FixLabel label, String reason, Optional<SourceText> file) {
    return new CheckedFix(
        fix, label, plain(reason), path(file), Optional.empty(), Optional.empty());
  }

  /// On one line and without what a terminal obeys: recorded paths and sources can hold anything.
  private static String plain(String reason) {
    return reason.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }

  private static String path(Optional<SourceText> file) {
    return file.map(SourceText::path).orElse("");
  }

  private static boolean holds(SourceText file, SuggestedFix fix) {
    return fix.line() >= 1
        && fix.line() <= file.lineCount()
        && same(file.line(fix.line()), fix.original());
  }

  private static boolean same(String line, String original) {
    return line.stripTrailing().equals(original.stripTrailing());
  }

  private static CheckedFix elsewhere(SuggestedFix fix, SourceText file) {
    List<Integer> places =
        IntStream.rangeClosed(1, file.lineCount())
            .filter(number -> same(file.line(number), fix.original()))
            .limit(PLACES_NAMED + 1L)
            .boxed()
            .toList();
    Optional<SourceText> there = Optional.of(file);
    if (places.isEmpty()) {
      return without(
          fix,
          FixLabel.SOURCE_DRIFTED,
          "The line it replaces is not in " + file.path() + " any more: the file has changed.",
          there);
    }
    String named =
        places.stream().limit(PLACES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String where =
        places.size() == 1
            ? "now stands at line " + named
            : "stands at lines " + named + (places.size() > PLACES_NAMED ? " and more" : "");
    return without(
        fix,
        FixLabel.WRONG_LINE,
        "The line it replaces " + where + ", not at line " + fix.line() + " of the crash.",
        there);
  }

  private static CheckedFix inPlace(SuggestedFix fix, SourceText file, Optional<String> quoted) {
    Optional<TextDiff> diff = Optional.of(diff(file, fix));
    boolean contradicted =
        quoted
            .map(String::strip)
            .filter(quote -> !quote.equals(fix.original().strip()))
            .isPresent();
    if (contradicted) {
      return labelled(
          fix,
          FixLabel.WRONG_LINE,
          "The stack trace quotes another line than the one it replaces: the file had changed when"
              + " the fix was written.",
          file,
          diff);
    }
    Optional<String> obstacle = obstacle(fix, file);
    if (obstacle.isPresent()) {
      return labelled(fix, FixLabel.DOES_NOT_PARSE, obstacle.get(), file, diff);
    }
    Optional<String> change = StatementChange.of(fix.original(), fix.suggested());
    if (change.isPresent()) {
      return labelled(fix, FixLabel.CHANGES_STATEMENT, change.get(), file, diff);
    }
    return usable(fix, file, diff);
  }

  private static CheckedFix labelled(
      SuggestedFix fix, FixLabel label, String reason, SourceText file, Optional<TextDiff> diff) {
    return new CheckedFix(fix, label, plain(reason), file.path(), diff, Optional.empty());
  }

  private static Optional<String> obstacle(SuggestedFix fix, SourceText file) {
    if (!file.canHold(fix.suggested())) {
      return Optional.of(
          "The suggestion has characters that the encoding of the file cannot write.");
    }
    return PythonSyntax.problem(file.with(fix.line(), fix.suggested()).text())
        .map(problem -> {
          String place = "line " + problem.line() + ": " + problem.reason() + ".";
          return PythonSyntax.problem(file.text()).isPresent()
              ? "The file does not parse, with or without the suggestion, " + place
              : "Python would refuse the file, " + place;
        });
  }

  private static CheckedFix usable(SuggestedFix fix, SourceText file, Optional<TextDiff> diff) {
    String patch = GitPatch.between(file, file.with(fix.line(), fix.suggested()));
    Optional<String> utf8 = utf8(patch);
    return new CheckedFix(
        fix,
        FixLabel.USABLE,
        file.text().length() > PythonSyntax.LENGTH_LIMIT
            ? "It applies, but the file is too long to see whether it parses; it is a hint of a"
                + " template that nobody tested."
            : "It applies, the file parses with it and the kind of statement stays; it is a hint"
                + " of a template that nobody tested.",
        file.path(),
        diff,
        Optional.of(utf8.orElse(patch)),
        utf8.isPresent() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> utf8(String bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
              .toString());
    } catch (CharacterCodingException otherEncoding) {
      return Optional.empty();
    }
  }

  private static TextDiff diff(SourceText file, SuggestedFix fix) {
    int from = Math.max(1, fix.line() - CONTEXT);
    List<String> left = file.lines(from, fix.line() + CONTEXT);
    List<String> right = new ArrayList<>(left);
    int changed = fix.line() - from;
    right.set(changed, fix.suggested());
    return TextDiff.between(left, right);
  }
}
