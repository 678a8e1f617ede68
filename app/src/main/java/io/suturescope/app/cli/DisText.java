package io.suturescope.app.cli;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Operand;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.OptionalInt;

/// `dis --format text`: a listing to read, in the columns of Python's own `dis`: line, jump target,
/// offset, opcode, argument.
final class DisText {

  // Where Python's dis writes labels (3.13 and later) the arguments of jumps name them.
  private static final String LABELLED = "3.13";

  private static final int LONGEST_NAME = 1_000;

  private final Writer out;

  DisText(Writer out) {
    this.out = out;
  }

  void print(Listing listing) throws IOException {
    boolean labels = listing.python().compareTo(LABELLED) >= 0;
    for (CodeListing code : listing.codes()) {
      code(code, labels);
    }
  }

  private void code(CodeListing listing, boolean labels) throws IOException {
    String from = shortened(listing.code().filename());
    line("");
    line(
        listing.path()
            + "  "
            + shortened(listing.code().qualname())
            + ("  (" + from + ", line " + listing.code().firstlineno() + ")"));
    int[] targets = labels ? targets(listing) : new int[0];
    OptionalInt before = OptionalInt.empty();
    for (Instruction one : listing.instructions()) {
      boolean starts = one.offset() == 0 || !one.line().equals(before);
      before = one.line();
      instruction(one, starts, mark(one, labels, targets));
    }
    if (!listing.exceptionTable().isEmpty()) {
      line("ExceptionTable:");
      for (ExceptionEntry entry : listing.exceptionTable()) {
        handler(entry);
      }
    }
    if (!listing.cut().isEmpty()) {
      line("The listing ends here: " + listing.cut() + ".");
    }
  }

  /// A file made to hurt may give thousands of code objects one name of many megabytes.
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
  }

  private void instruction(Instruction one, boolean starts, String mark) throws IOException {
    StringBuilder row = new StringBuilder();
    padded(row, starts ? shown(one.line(), "--") : "", 6);
    padded(row, mark, 6);
    padded(row, String.valueOf(one.offset()), 7);
    row.append("  ").append(one.opname());
    if (one.arg().isPresent()) {
      row.append(" ".repeat(Math.max(0, 24 - one.opname().length())));
      padded(row, String.valueOf(one.arg().getAsInt()), 6);
      if (!one.argrepr().isEmpty()) {
        row.append(" (").append(one.argrepr()).append(')');
      }
    }
    line(row.toString());
  }

  private static void padded(StringBuilder row, String text, int width) {
    row.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
  }

  private static String shown(OptionalInt number, String none) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : none;
  }

  private static String mark(Instruction one, boolean labels, int[] targets) {
    if (!one.jumpTarget()) {
      return "";
    }
    return labels ? "L" + (Arrays.binarySearch(targets, one.offset()) + 1) + ":" : ">>";
  }

  /// Offsets that jumps go to; their places here are their labels.
  private static int[] targets(CodeListing listing) {
    return listing.instructions().stream()
        .filter(one -> one.operand() instanceof Operand.Jump)
        .mapToInt(one -> ((Operand.Jump) one.operand()).target())
        .sorted()
        .distinct()
        .toArray();
  }

  private void handler(ExceptionEntry entry) throws IOException {
    // As dis does, the range is shown with its last instruction.
    line(
        "  %d to %d -> %d [%d]%s"
            .formatted(
                entry.start(),
                entry.end() - 2,
                entry.target(),
                entry.depth(),
                entry.lasti() ? " lasti" : ""));
  }

  private void line(String text) throws IOException {
    out.write(Visible.line(text));
    out.write('\n');
  }
}
