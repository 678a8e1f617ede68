package io.suturescope.model.digest;

import io.suturescope.model.digest.DigestBlock.Bullets;
import io.suturescope.model.digest.DigestBlock.Heading;
import io.suturescope.model.digest.DigestBlock.Paragraph;
import io.suturescope.model.digest.DigestBlock.Table;
import io.suturescope.model.digest.DigestDifferences.FunctionCount;
import io.suturescope.model.digest.DigestDifferences.Pair;
import io.suturescope.model.digest.DigestDifferences.Reason;
import io.suturescope.model.digest.DigestSpan.Strong;
import io.suturescope.model.digest.DigestSpan.Words;
import java.util.ArrayList;
import java.util.List;

/// The section on why CodeSuture's own digest says other numbers.
final class DifferenceWording {

  private final Digest digest;
  private final DigestDifferences differences;
  private final DigestReferences references;
  private final String theirs;

  DifferenceWording(Digest digest, DigestReferences references) {
    this.digest = digest;
    this.differences = digest.differences();
    this.references = references;
    DigestPeriod period = digest.period();
    this.theirs =
        "suturescope digest --style codesuture "
            + (period.weekly() ? "--week " : "--day ")
            + period.last()
            + digest.source().map(s -> " --source " + DigestReferences.quoted(s)).orElse("");
  }

  List<DigestBlock> blocks() {
    List<DigestBlock> blocks = new ArrayList<>();
    blocks.add(new Heading(2, List.of(words("Why this differs from CodeSuture's own digest"))));
    blocks.add(new Paragraph(first()));
    if (!differences.reasons().isEmpty()) {
      blocks.add(new Bullets(differences.reasons().stream().map(this::reason).toList()));
    }
    List<List<List<DigestSpan>>> rows = new ArrayList<>();
    rows.add(
        row(
            "Total incidents",
            differences.lines(),
            List.of(references.of(digest.crashes())),
            "log lines, not crashes"));
    for (Pair pair : differences.numbers()) {
      List<DigestSpan> ours =
          pair.ours()
              .map(number -> List.<DigestSpan>of(references.of(number)))
              .orElse(List.of(words("")));
      rows.add(row(pair.name(), pair.theirs(), ours, pair.why()));
    }
    blocks.add(new Table(List.of("Number", "CodeSuture", "Here", "What CodeSuture counts"), rows));
    functions(blocks);
    return blocks;
  }

  private static Words words(String text) {
    return new Words(text);
  }

  private static String plural(long count, String one, String many) {
    return Math.abs(count) == 1 ? one : many;
  }

  /// "33 crashes, 56 lines": ours, theirs.
  private List<DigestSpan> first() {
    long lines = differences.lines();
    long crashes = differences.crashes();
    return List.of(
        new Strong(
            crashes
                + plural(crashes, " crash, ", " crashes, ")
                + lines
                + plural(lines, " line.", " lines.")),
        words(" CodeSuture's digest counts "),
        references.of(lines, theirs),
        words(
            plural(
                    lines,
                    " line of its logs and calls it an incident",
                    " lines of its logs and calls them incidents")
                + "; this one counts "),
        references.of(digest.crashes()),
        words(
            plural(crashes, " crash.", " crashes.")
                + (differences.reasons().isEmpty() ? " Here both come to the same." : "")));
  }

  private List<DigestSpan> reason(Reason reason) {
    long count = Math.abs(reason.count());
    boolean more = reason.count() > 0;
    return List.of(
        new Strong((more ? "+" : "−") + count),
        words(
            " in CodeSuture's number: "
                + count
                + plural(count, " line that ", " lines that ")
                + reason.why().clause()));
  }

  private List<List<DigestSpan>> row(String name, long count, List<DigestSpan> ours, String why) {
    return List.of(
        List.of(words(name)), List.of(references.of(count, theirs)), ours, List.of(words(why)));
  }

  private void functions(List<DigestBlock> blocks) {
    if (differences.functions().isEmpty()) {
      return;
    }
    blocks.add(
        new Paragraph(
            List.of(
                words(
                    "Its recommended actions count the same lines, by name without module. What it"
                        + " says, and what happened:"))));
    List<List<DigestSpan>> items = new ArrayList<>();
    for (FunctionCount function : differences.functions().shown()) {
      DigestNumber crashes = function.crashes();
      items.add(
          List.of(
              DigestWording.recorded(function.function()),
              words(": patched " + function.lines() + "×, but "),
              references.of(crashes),
              words(plural(crashes.value(), " crash", " crashes"))));
    }
    if (differences.functions().leftOut() > 0) {
      items.add(List.of(words(differences.functions().leftOut() + " more are left out here")));
    }
    blocks.add(new Bullets(items));
  }
}
