package io.suturescope.app.examine;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.diff.TextRow;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.source.FailingPart;
import io.suturescope.model.source.SourceText;
import io.suturescope.model.source.TraceQuote;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts together what is known of the source of a crash: the file as it is now, what the stack
/// trace quotes, and where the unpatched code was compiled from.
final class CrashedLine {

  private static final int AROUND = 3;
  private static final int MOST_LINES = 400;

  /// Their line and file are those of the caller (codesuture.md 2.1).
  private static final String CALLERS_LINE = "return_guard";

  private final Incident incident;
  private final Optional<SourceText> file;
  private final Optional<Listing> original;
  private final int line;
  private final Optional<TraceQuote> quote;

  /// @param file that the incident names, as it is now
  /// @param original the unpatched code, else the patched one
  CrashedLine(Incident incident, Optional<SourceText> file, Optional<Listing> original) {
    this.incident = incident;
    this.file = file;
    this.original = original;
    this.line = incident.lineNumber();
    this.quote = TraceQuote.of(incident.stackTrace(), line);
  }

  Optional<TraceQuote> quote() {
    return quote;
  }

  /// Empty when neither the file nor a recorded line is there.
  Optional<CrashedSource> source() {
    if (line <= 0) {
      return Optional.empty();
    }
    return file.filter(text -> line <= text.lineCount())
        .map(this::inFile)
        .or(() -> quote.map(this::recorded));
  }

  private CrashedSource recorded(TraceQuote quoted) {
    String note =
        file.isPresent()
            ? "The file is shorter now than line "
                + line
                + "; this is the line as the stack trace"
                + " quotes it."
            : "The file is not in the source; this is the line as the stack trace quotes it.";
    TextRow.Range part = quoted.marked().orElse(new TextRow.Range(0, 0));
    return new CrashedSource(
        "", line, List.of(quoted.text()), line, part.from(), part.to(), note, Optional.empty());
  }

  private CrashedSource inFile(SourceText text) {
    String now = text.line(line);
    TextRow.Range lines = extent(text);
    TextRow.Range part = failing(now).orElse(new TextRow.Range(0, 0));
    boolean changed = quote.filter(each -> !each.text().equals(now.strip())).isPresent();
    return new CrashedSource(
        text.path(),
        lines.from(),
        text.lines(lines.from(), lines.to()),
        line,
        part.from(),
        part.to(),
        note(changed),
        quote.map(each -> since(each, now)));
  }

  private String note(boolean changed) {
    if (incident.guardType().equals(CALLERS_LINE)) {
      return "The line is the caller's: the patched function is the property that it reads.";
    }
    if (changed) {
      return "The file has changed since: the stack trace quotes another line.";
    }
    return quote.isPresent()
        ? "The file as it is now; the stack trace quotes the same line."
        : "The file as it is now; nothing recorded shows whether it has changed since.";
  }

  private static TextDiff since(TraceQuote quoted, String now) {
    String indent = now.substring(0, now.length() - now.stripLeading().length());
    return TextDiff.between(List.of(indent + quoted.text()), List.of(now.stripTrailing()));
  }

  /// The function with a few lines around it, where the crash is in it; else those around the
  /// crash.
  private TextRow.Range extent(SourceText text) {
    int first = line;
    int last = line;
    List<Integer> lines = functionLines();
    if (!lines.isEmpty() && lines.getFirst() <= line && line <= lines.getLast()) {
      first = Math.max(lines.getFirst(), line - MOST_LINES / 2);
      last = Math.min(lines.getLast(), line + MOST_LINES / 2);
    }
    return new TextRow.Range(
        Math.max(1, first - AROUND), (int) Math.min(text.lineCount(), (long) last + AROUND));
  }

  /// First and last line of the function; empty when nothing tells.
  private List<Integer> functionLines() {
    if (original.isEmpty() || incident.guardType().equals(CALLERS_LINE)) {
      return List.of();
    }
    int first = original.get().root().code().firstlineno();
    return positions().mapToInt(Position::endLine).max().stream()
        .filter(last -> first > 0 && last >= first)
        .boxed()
        .flatMap(last -> Stream.of(first, last))
        .toList();
  }

  private Stream<Position> positions() {
    return original.stream()
        .flatMap(listing -> listing.codes().stream())
        .flatMap(code -> code.instructions().stream())
        .flatMap(instruction -> instruction.position().stream());
  }

  /// What the stack trace marks. Where a Python has marked nothing, as it does for a whole
  /// statement, the instruction that must have failed.
  private Optional<TextRow.Range> failing(String now) {
    Optional<TextRow.Range> marked = quote.flatMap(each -> FailingPart.of(now, each));
    if (marked.isPresent()) {
      return marked.filter(range -> isPlain(now) || isOfAnInstruction(now, range));
    }
    boolean same = quote.map(each -> each.text().equals(now.strip())).orElse(true);
    return same ? byInstruction(now) : Optional.empty();
  }

  /// Not every Python counts wide characters in the same way.
  private static boolean isPlain(String text) {
    return IntStream.range(0, text.length()).allMatch(at -> text.charAt(at) < 0x80);
  }

  private boolean isOfAnInstruction(String now, TextRow.Range range) {
    return positions()
        .filter(position -> position.line() == line)
        .flatMap(position -> FailingPart.of(now, position).stream())
        .anyMatch(range::equals);
  }

  private Optional<TextRow.Range> byInstruction(String now) {
    if (original.isEmpty() || incident.guardType().equals(CALLERS_LINE)) {
      return Optional.empty();
    }
    List<CodeListing> there = original.get().codes().stream().filter(this::hasCrashLine).toList();
    return there.size() == 1
        ? FailingInstruction.position(
                there.getFirst(), line, incident.guardType(), incident.targetVariable())
            .flatMap(position -> FailingPart.of(now, position))
        : Optional.empty();
  }

  private boolean hasCrashLine(CodeListing code) {
    return code.instructions().stream()
        .map(Instruction::line)
        .anyMatch(each -> each.isPresent() && each.getAsInt() == line);
  }
}
