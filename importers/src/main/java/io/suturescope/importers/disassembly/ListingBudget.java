package io.suturescope.importers.disassembly;

import io.suturescope.model.bytecode.PyRepr;
import io.suturescope.model.bytecode.PyValue;
import java.util.IdentityHashMap;

/// What one listing may hold in all: a file may refer to the same huge part a million times, and a
/// listing would show it each time.
final class ListingBudget {
  private static final int ITEMS = 20_000_000;
  private static final long CHARACTERS = 100_000_000;
  private static final int LONG_TEXT = 200;

  private final IdentityHashMap<PyValue, String> texts = new IdentityHashMap<>();
  private final int minor;
  private int codes = Disassembler.MAX_CODES;
  private int instructions = Disassembler.MAX_INSTRUCTIONS;
  private int entries = Disassembler.MAX_INSTRUCTIONS;
  private int items = ITEMS;
  private long characters = CHARACTERS;

  int codesLeft() {
    return codes;
  }

  void code() {
    codes--;
  }

  ListingBudget(OpcodeTable table) {
    this.minor = table.minor();
  }

  /// True when so many constants may be searched for code objects, or so many names be shown.
  boolean items(int count) {
    items -= Math.min(count, items);
    return items > 0;
  }

  int instructionsLeft() {
    return instructions;
  }

  void instructions(int count) {
    instructions -= count;
  }

  int entriesLeft() {
    return entries;
  }

  void entries(int count) {
    entries -= count;
  }

  /// The `repr` of a constant; shortened, when long texts filled the listing already.
  String repr(PyValue value) {
    return fit(texts.computeIfAbsent(value, one -> PyRepr.of(one, longest(), minor)));
  }

  /// A text; shortened, when long texts filled the listing already.
  String fit(String text) {
    if (text.length() <= LONG_TEXT) {
      return text;
    }
    characters -= Math.min(text.length(), characters);
    return characters > 0 ? text : text.substring(0, LONG_TEXT) + "...";
  }

  private int longest() {
    return characters > 0 ? PyRepr.LONGEST : LONG_TEXT;
  }
}
