package io.suturescope.views;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Operand;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyFloat;
import io.suturescope.model.bytecode.PyNone;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.guard.GuardExplanation.Phrase;
import io.suturescope.model.incident.Severity;
import io.suturescope.views.code.PatchPage;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.Chip;
import io.suturescope.views.controls.Emptiness;
import io.suturescope.views.controls.Fact;
import io.suturescope.views.controls.Tone;
import io.suturescope.views.patches.PatchesMode;
import io.suturescope.views.patches.PatchesState;
import io.suturescope.views.rewind.RewindState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Patches as a night leaves them.
final class PatchSamples {

  static final int MANY = 20_000;
  private static final List<String> SOURCE =
      List.of(
          "@audited",
          "def line_total(self, item):",
          "    price = self.catalog.get(item.sku)  # may be None",
          "    return price.amount * item.quantity",
          "",
          "def total(self):",
          "    return sum(self.line_total(i) for i in self.items)");

  /// Two letters of two bytes each before the names that instructions come from.
  static final List<String> UMLAUTS =
      List.of(
          "@audited",
          "def line_total(self, item):",
          "    price = self.catalog.get(item.sku)",
          "    return über.amount * ä.quantity");

  private PatchSamples() {}

  private static Instruction op(
      int offset, String name, int arg, String repr, int line, int column, int end) {
    return new Instruction(
        offset,
        name,
        name.hashCode() & 0xff,
        arg < 0 ? OptionalInt.empty() : OptionalInt.of(arg),
        repr,
        operand(name, arg, repr),
        false,
        line == 0 ? OptionalInt.empty() : OptionalInt.of(line),
        line == 0 ? Optional.empty() : Optional.of(new Position(line, line, column, end)));
  }

  private static Operand operand(String name, int arg, String repr) {
    if (name.contains("JUMP")) {
      return new Operand.Jump(Integer.parseInt(repr.substring(3)));
    }
    if (name.equals("LOAD_CONST")) {
      PyValue value = repr.equals("None") ? PyNone.INSTANCE : new PyFloat(0);
      return new Operand.Constant(arg, value);
    }
    if (name.endsWith("FAST")) {
      return new Operand.Variables(List.of(repr));
    }
    return name.startsWith("LOAD_")
        ? new Operand.Name(arg, repr, "")
        : arg < 0 ? new Operand.None() : new Operand.Count(arg);
  }

  private static CodeListing code(
      String path, String qualname, List<Instruction> instructions, PyValue... constants) {
    PyCode code =
        new PyCode(
            new CodeShape(2, 0, 0, 3, 3),
            Bytes.EMPTY,
            new PyTuple(List.of(constants)),
            List.of("catalog", "get", "sku", "amount", "quantity"),
            new CodeLocals(
                List.of("self", "item", "price"), Bytes.copyOf(new byte[] {0x20, 0x20, 0x20})),
            new CodeOrigin("shop/cart.py", "line_total", qualname, 39),
            Bytes.EMPTY,
            Bytes.EMPTY);
    return new CodeListing(path, code, instructions, List.of(), "");
  }

  private static List<Instruction> begin() {
    return List.of(
        op(0, "RESUME", 0, "", 39, 0, 0),
        op(2, "LOAD_FAST", 0, "self", 40, 12, 16),
        op(4, "LOAD_ATTR", 0, "catalog", 40, 12, 24),
        op(14, "LOAD_METHOD", 1, "get", 40, 12, 28),
        op(36, "LOAD_FAST", 1, "item", 40, 29, 33),
        op(38, "LOAD_ATTR", 2, "sku", 40, 29, 37),
        op(48, "PRECALL", 1, "", 40, 12, 38),
        op(52, "CALL", 1, "", 40, 12, 38),
        op(62, "STORE_FAST", 2, "price", 40, 4, 9));
  }

  private static List<Instruction> end(int by) {
    return List.of(
        op(64 + by, "LOAD_FAST", 2, "price", 41, 11, 16),
        op(66 + by, "LOAD_ATTR", 3, "amount", 41, 11, 23),
        op(76 + by, "LOAD_FAST", 1, "item", 41, 26, 30),
        op(78 + by, "LOAD_ATTR", 4, "quantity", 41, 26, 39),
        op(88 + by, "BINARY_OP", 5, "*", 41, 11, 39),
        op(92 + by, "RETURN_VALUE", -1, "", 41, 4, 39));
  }

  private static List<Instruction> guard() {
    return List.of(
        op(64, "LOAD_FAST", 2, "price", 41, 11, 16),
        op(66, "POP_JUMP_FORWARD_IF_NOT_NONE", 2, "to 72", 41, 11, 23),
        op(68, "LOAD_CONST", 1, "0.0", 0, 0, 0),
        op(70, "RETURN_VALUE", -1, "", 0, 0, 0));
  }

  private static List<Instruction> unguarded() {
    return Stream.concat(begin().stream(), end(0).stream()).toList();
  }

  private static List<Instruction> withGuard() {
    return Stream.of(begin(), guard(), end(8)).flatMap(List::stream).toList();
  }

  /// Four instructions before the line that crashed.
  static CodeDiff guarded() {
    Listing left =
        new Listing("3.11", List.of(code("root", "Cart.line_total", unguarded(), PyNone.INSTANCE)));
    return CodeDiff.between(left, new Listing("3.11", List.of(patched())));
  }

  private static CodeListing patched() {
    return code("root", "Cart.line_total", withGuard(), PyNone.INSTANCE, new PyFloat(0));
  }

  /// No left side.
  static CodeDiff onlyRight() {
    return CodeDiff.onlyRight(new Listing("3.11", List.of(patched())));
  }

  /// As many rows as a generated function may have; every thousandth is another one.
  static CodeDiff many() {
    List<CodeDiff.Row> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Instruction one = op(2 * i, "LOAD_FAST", i % 200, "value_" + i, i / 4 + 1, 4, 12);
      boolean added = i % 1000 == 500;
      rows.add(
          new CodeDiff.Row(
              added ? Change.ADDED : Change.SAME,
              added ? Optional.empty() : Optional.of(one),
              Optional.of(one),
              OptionalInt.empty()));
    }
    CodeListing listing = code("root", "generated", List.of());
    return new CodeDiff(
        List.of(
            new CodeDiff.Pair(
                "root",
                Optional.of(listing),
                Optional.of(listing),
                rows,
                List.of(),
                List.of(),
                List.of(),
                List.of())),
        Optional.empty());
  }

  /// Every kind of change: moved blocks, changed and removed rows, two code objects, hostile text.
  static CodeDiff mixed() {
    List<CodeDiff.Row> rows = new ArrayList<>();
    begin().forEach(i -> rows.add(row(Change.SAME, i, i)));
    Instruction one = op(64, "LOAD_GLOBAL", 3, "taxes\u202e\u001b[31m", 41, 4, 9);
    Instruction two = op(70, "LOAD_CONST", 1, "'" + "long ".repeat(60) + "'", 41, 4, 9);
    rows.add(row(Change.MOVED, one, null, 1));
    rows.add(row(Change.MOVED, two, null, 1));
    end(10).forEach(i -> rows.add(row(Change.SAME, i, i)));
    rows.add(
        row(
            Change.CHANGED,
            op(120, "BINARY_OP", 5, "*", 41, 11, 39),
            op(116, "BINARY_OP", 0, "+", 41, 11, 39)));
    rows.add(row(Change.REMOVED, op(124, "POP_TOP", -1, "", 0, 0, 0), null));
    rows.add(row(Change.MOVED, null, one, 1));
    rows.add(row(Change.MOVED, null, two, 1));
    rows.add(row(Change.ADDED, null, op(128, "LOAD_CONST", 2, "None", 0, 0, 0)));
    CodeListing root = code("root", Samples.LONG, List.of());
    CodeListing inner = code("root/const[3]", Samples.LONG + ".<locals>.<genexpr>", List.of());
    List<CodeDiff.Row> same = begin().stream().map(i -> row(Change.SAME, i, i)).toList();
    return new CodeDiff(
        List.of(
            pair(
                root,
                rows,
                List.of(
                    new CodeDiff.Entry(Change.ADDED, "", "0.0"),
                    new CodeDiff.Entry(Change.SAME, "None", "None"))),
            pair(inner, same, List.of())),
        Optional.of("The function is very long; moved blocks were not looked for."));
  }

  private static CodeDiff.Pair pair(
      CodeListing listing, List<CodeDiff.Row> rows, List<CodeDiff.Entry> constants) {
    return new CodeDiff.Pair(
        listing.path(),
        Optional.of(listing),
        Optional.of(listing),
        rows,
        constants,
        List.of(),
        List.of(new CodeDiff.Entry(Change.CHANGED, "4 to 66 -> 68 [0]", "4 to 74 -> 76 [0]")),
        List.of());
  }

  private static CodeDiff.Row row(
      Change change,
      @org.jspecify.annotations.Nullable Instruction left,
      @org.jspecify.annotations.Nullable Instruction right,
      int... block) {
    return new CodeDiff.Row(
        change,
        Optional.ofNullable(left),
        Optional.ofNullable(right),
        block.length == 0 ? OptionalInt.empty() : OptionalInt.of(block[0]));
  }

  static PatchPage page(CodeDiff diff) {
    return page(diff, SOURCE);
  }

  static PatchPage page(CodeDiff diff, List<String> lines) {
    return new PatchPage(
        new PatchPage.Heading(
            "shop.cart:Cart.line_total:null_guard",
            "shop.cart",
            "line_total",
            "null_guard",
            Optional.of(Severity.HIGH),
            List.of(
                new Chip("Expired, still loads", Tone.CRITICAL), new Chip("bytes valid", Tone.OK))),
        explanation(),
        Optional.of(source(lines, Optional.empty())),
        new PatchPage.Bytecode(
            Optional.of(diff),
            new PatchPage.Side(
                "Original",
                List.of(new Chip("from __pycache__", Tone.NEUTRAL)),
                "cart.cpython-311.pyc"),
            new PatchPage.Side(
                "Patched",
                List.of(
                    new Chip("bytes valid", Tone.OK),
                    new Chip("Python 3.11 by incident", Tone.NEUTRAL)),
                ""),
            ""),
        Optional.of(fix(true)),
        new PatchPage.Trust(
            new Chip("bytes valid", Tone.OK),
            "The bytes are those that somebody who can read the key has saved. The metadata are not covered.",
            List.of(
                new PatchPage.Warning(
                    "The file was made for Python 3.11; the newest incident ran 3.12.", true),
                new PatchPage.Warning(
                    "The metadata name another default value than the bytecode.", false))),
        List.of(
            new Fact(
                "Effective",
                "Its time ended on 2026-11-17. The next start with this store loads it.",
                false),
            new Fact("Recorded", "suggested", true),
            new Fact("File", ".codesuture_store/shop.cart.Cart.line_total.code", true),
            new Fact(
                "SHA-256",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                true)));
  }

  private static GuardExplanation explanation() {
    return new GuardExplanation(
        List.of(
            new Phrase("If ", false),
            new Phrase("price", true),
            new Phrase(" is None, ", false),
            new Phrase("line_total", true),
            new Phrase(" now returns ", false),
            new Phrase("0.0", true),
            new Phrase(" at once. The caller cannot tell this from a free item.", false)),
        List.of("Four instructions stand before line 41. Nothing else in the function changed."),
        List.of("The module handles money: an invented 0.0 may be billed."));
  }

  private static PatchPage.Source source(List<String> lines, Optional<TextDiff> since) {
    return new PatchPage.Source(
        "shop/cart.py",
        38,
        lines,
        41,
        11,
        23,
        "As the file is now; the line is the one that crashed.",
        since);
  }

  private static PatchPage.Fix fix(boolean usable) {
    List<String> fixed = new ArrayList<>(SOURCE);
    fixed.set(3, "    return price.amount * item.quantity if price is not None else 0.0");
    return new PatchPage.Fix(
        usable ? new Chip("applies", Tone.ACCENT) : new Chip("source has changed", Tone.HIGH),
        usable
            ? "The line is in the file as it was recorded, and the file parses with the suggestion."
            : "The line it wants to replace is not in the file any more.",
        "LIKELY",
        "shop/cart.py:41",
        Optional.of(TextDiff.between(SOURCE, fixed)),
        38,
        usable);
  }

  /// The source has changed since the crash, and the suggestion cannot be used.
  static PatchPage drifted() {
    PatchPage page = page(mixed());
    List<String> then = new ArrayList<>(SOURCE);
    then.set(2, "    price = self.catalog.get(item.code)");
    return new PatchPage(
        page.heading(),
        page.explanation(),
        Optional.of(source(SOURCE, Optional.of(TextDiff.between(then, SOURCE)))),
        page.bytecode(),
        Optional.of(fix(false)),
        page.trust(),
        page.facts());
  }

  /// Nothing can be read.
  static PatchPage unreadable() {
    PatchPage page = page(guarded());
    return new PatchPage(
        page.heading(),
        new GuardExplanation(List.of(), List.of(), List.of()),
        Optional.empty(),
        new PatchPage.Bytecode(
            Optional.empty(),
            page.bytecode().left(),
            page.bytecode().right(),
            "The bytes are no code object: the marshal data end after 12 bytes."),
        Optional.empty(),
        page.trust(),
        List.of());
  }

  static PatchesState table() {
    return LifeSamples.patches(PatchesMode.TABLE, 7);
  }

  static PatchesState empty(Emptiness why) {
    PatchesState none = LifeSamples.patches(PatchesMode.BOARD, 0);
    return new PatchesState(
        why,
        none.head(),
        none.listing(),
        none.machine(),
        none.calendar(),
        List.of(),
        none.time(),
        Optional.empty(),
        PatchTabs.Tab.BYTECODE);
  }

  static PatchesState opened(PatchPage page, PatchTabs.Tab tab) {
    return opened(page, RewindSamples.two(), tab);
  }

  static PatchesState opened(PatchPage page, RewindState rewinds, PatchTabs.Tab tab) {
    PatchesState table = table();
    return new PatchesState(
        table.emptiness(),
        table.head(),
        table.listing(),
        table.machine(),
        table.calendar(),
        table.anomalies(),
        table.time(),
        Optional.of(
            new PatchesState.Opened(
                "shop.cart",
                "Cart.line_total",
                Optional.of(page),
                Optional.of(rewinds),
                Optional.of(LifeSamples.life()))),
        tab);
  }
}
