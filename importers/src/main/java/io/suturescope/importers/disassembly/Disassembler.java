package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.List;

/// Lists the instructions of a code object and of all inside it, as `dis` of its Python does.
///
/// Bytes that no compiler wrote are shown as far as they go, never refused: unknown opcodes as
/// `<17>`, constants that are not there as `<constant 99 of 3>`. What one listing holds is bounded
/// ([#MAX_CODES], [#MAX_INSTRUCTIONS], a hundred million characters of long arguments), whatever
/// the bytes share; [CodeListing#cut] says where it ends early. Nothing is executed.
public final class Disassembler {
  /// The greatest number of code objects in one listing.
  public static final int MAX_CODES = 20_000;

  /// The greatest number of instructions in one listing, and of exception table entries.
  public static final int MAX_INSTRUCTIONS = 1_000_000;

  // Compilers refuse source that is nested so deep long before.
  private static final int MAX_NESTING = 200;

  private final OpcodeTable table;
  private final ListingBudget budget;
  private final List<CodeListing> listings = new ArrayList<>();

  private Disassembler(OpcodeTable table) {
    this.table = table;
    this.budget = new ListingBudget(table);
  }

  /// Disassembles for one Python.
  ///
  /// @param python a minor version that [OpcodeTable#of] knows, such as "3.12"
  /// @throws IllegalArgumentException when it is not one of these
  public static Listing disassemble(PyCode root, String python) {
    OpcodeTable table =
        OpcodeTable.of(python)
            .orElseThrow(() -> new IllegalArgumentException("no opcodes of " + python));
    Disassembler disassembler = new Disassembler(table);
    disassembler.list(root, "root", 0);
    return new Listing(python, disassembler.listings);
  }

  private void list(PyCode code, String path, int depth) {
    budget.code();
    int place = listings.size();
    CodeListing whole = listing(code, path);
    listings.add(whole);
    String omitted = inner(code, path, depth);
    if (whole.cut().isEmpty() && !omitted.isEmpty()) {
      listings.set(
          place,
          new CodeListing(path, code, whole.instructions(), whole.exceptionTable(), omitted));
    }
  }

  private CodeListing listing(PyCode code, String path) {
    int limit = budget.instructionsLeft();
    List<Instruction> instructions = CodeReading.instructions(code, table, budget, limit);
    budget.instructions(instructions.size());
    List<ExceptionEntry> entries =
        ExceptionTable.entries(code.exceptiontable(), budget.entriesLeft());
    budget.entries(entries.size());
    boolean cut = instructions.size() == limit || budget.entriesLeft() == 0;
    return new CodeListing(
        path,
        code,
        instructions,
        entries,
        cut ? "more than " + MAX_INSTRUCTIONS + " instructions or handlers in the file" : "");
  }

  /// Lists the code objects among the constants; tells why some of them are not listed, if so.
  private String inner(PyCode code, String path, int depth) {
    List<PyValue> constants = code.consts();
    if (!budget.items(constants.size())) {
      return "the constants were not searched for code: too many in the file";
    }
    for (int index = 0; index < constants.size(); index++) {
      if (constants.get(index) instanceof PyCode inner) {
        if (depth == MAX_NESTING) {
          return "code nested deeper than " + MAX_NESTING + " levels is not listed";
        }
        if (budget.codesLeft() == 0) {
          return "more than " + MAX_CODES + " code objects in the file";
        }
        if (!budget.items(inner.names().size() + inner.localsplusnames().size())) {
          return "too many names in the code objects of the file";
        }
        list(inner, path + "/const[" + index + "]", depth + 1);
      }
    }
    return "";
  }
}
