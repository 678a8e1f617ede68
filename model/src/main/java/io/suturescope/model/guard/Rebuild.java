package io.suturescope.model.guard;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Operand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Lays instructions out anew after some were taken out: offsets, jumps, prefixes, labels,
/// handlers.
final class Rebuild {
  private static final int END = -1;

  private static final class Cell {
    final Unit unit;
    final int goal;
    int prefixes;
    int arg;
    int offset;

    /// @param goal the offset in the old code that it jumps to, or END for no jump
    Cell(Unit unit, int goal) {
      this.unit = unit;
      this.goal = goal;
      this.prefixes = unit.prefixes().size();
    }

    int next() {
      return offset + 2 * prefixes + unit.size();
    }
  }

  private final CodeListing patched;
  private final List<Cell> cells = new ArrayList<>();
  private final Map<Integer, Integer> moved = new HashMap<>();
  private final List<Unit> gone = new ArrayList<>();
  private boolean sound = true;

  private Rebuild(CodeListing patched) {
    this.patched = patched;
  }

  /// The listing with each guard replaced by what stood there.
  ///
  /// @param originals one list of units a guard
  /// @return empty when a jump or a handler is damaged
  static Optional<CodeListing> without(
      CodeListing patched, List<Unit> units, List<FoundGuard> guards, List<List<Unit>> originals) {
    Rebuild rebuild = new Rebuild(patched);
    rebuild.fill(units, guards, originals);
    return rebuild.layOut();
  }

  private void fill(List<Unit> units, List<FoundGuard> guards, List<List<Unit>> originals) {
    int guard = 0;
    int unit = 0;
    while (unit < units.size()) {
      moved.put(units.get(unit).start(), cells.size());
      if (guard < guards.size() && guards.get(guard).from() == unit) {
        originals.get(guard).forEach(this::add);
        gone.addAll(units.subList(unit, guards.get(guard).to()));
        unit = guards.get(guard).to();
        guard++;
      } else {
        add(units.get(unit));
        unit++;
      }
    }
    moved.put(patched.code().code().size(), cells.size());
  }

  private void add(Unit unit) {
    int end = unit.instruction().offset() + unit.size();
    OptionalInt target = unit.target();
    if (target.isPresent() && Math.abs(target.getAsInt() - end) / 2 != unit.arg()) {
      sound = false;
    }
    cells.add(new Cell(unit, target.orElse(END)));
  }

  private Optional<CodeListing> layOut() {
    sound &= cells.stream().allMatch(cell -> cell.goal == END || inside(cell.goal));
    for (ExceptionEntry entry : patched.exceptionTable()) {
      sound &= inside(entry.start()) && inside(entry.target()) && moved.containsKey(entry.end());
      // CodeSuture's assembler sometimes writes heights that are none: what was there is lost.
      sound &= entry.depth() <= patched.code().stacksize();
    }
    if (!sound) {
      return Optional.empty();
    }
    Tables tables =
        new Tables(patched.code(), gone, cells.stream().map(cell -> cell.unit).toList());
    boolean settled = false;
    while (!settled) {
      place();
      settled = shorten(tables);
    }
    return Optional.of(
        new CodeListing(patched.path(), tables.trimmed(bytes()), rows(tables), handlers(), ""));
  }

  private boolean inside(int offset) {
    return moved.getOrDefault(offset, cells.size()) < cells.size();
  }

  private void place() {
    int offset = 0;
    for (Cell cell : cells) {
      cell.offset = offset;
      offset = cell.next();
    }
  }

  /// Computes the arguments and drops prefixes that are needed no more; true when none was.
  private boolean shorten(Tables tables) {
    boolean settled = true;
    for (Cell cell : cells) {
      cell.arg =
          cell.goal == END ? tables.arg(cell.unit) : Math.abs(offset(cell.goal) - cell.next()) / 2;
      int needed = cell.arg == cell.unit.arg() ? cell.prefixes : prefixes(cell.arg);
      if (needed < cell.prefixes) {
        cell.prefixes = needed;
        settled = false;
      }
    }
    return settled;
  }

  private static int prefixes(int arg) {
    return (31 - Integer.numberOfLeadingZeros(arg | 1)) / 8;
  }

  /// Where something of the old code is now.
  private int offset(int old) {
    int cell = moved.getOrDefault(old, cells.size());
    return cell < cells.size() ? cells.get(cell).offset : cells.getLast().next();
  }

  private Bytes bytes() {
    byte[] bytes = new byte[cells.getLast().next()];
    for (Cell cell : cells) {
      int at = cell.offset;
      int first = cell.unit.prefixes().size() - cell.prefixes;
      for (int left = cell.prefixes; left > 0; left--) {
        bytes[at] = (byte) cell.unit.prefixes().get(first + cell.prefixes - left).opcode();
        bytes[at + 1] = (byte) (cell.arg >> (8 * left));
        at += 2;
      }
      bytes[at] = (byte) cell.unit.instruction().opcode();
      bytes[at + 1] = (byte) cell.arg;
    }
    return Bytes.copyOf(bytes);
  }

  private List<ExceptionEntry> handlers() {
    return patched.exceptionTable().stream()
        .map(entry ->
            new ExceptionEntry(
                offset(entry.start()),
                offset(entry.end()),
                offset(entry.target()),
                entry.depth(),
                entry.lasti()))
        .toList();
  }

  private List<Instruction> rows(Tables tables) {
    TreeSet<Integer> targets = new TreeSet<>();
    cells.stream().filter(cell -> cell.goal != END).forEach(cell -> targets.add(offset(cell.goal)));
    Map<Integer, Integer> labels = new HashMap<>();
    targets.forEach(target -> labels.put(target, labels.size() + 1));
    List<Instruction> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows(cell, tables, labels, rows);
    }
    return rows;
  }

  private void rows(
      Cell cell, Tables tables, Map<Integer, Integer> labels, Collection<Instruction> rows) {
    Unit unit = cell.unit;
    int offset = cell.offset;
    int first = unit.prefixes().size() - cell.prefixes;
    for (int left = cell.prefixes; left > 0; left--) {
      Instruction prefix = unit.prefixes().get(first + cell.prefixes - left);
      OptionalInt arg = OptionalInt.of(cell.arg >> (8 * left));
      boolean target = offset == cell.offset && labels.containsKey(offset);
      rows.add(row(prefix, offset, arg, prefix.argrepr(), prefix.operand(), target));
      offset += 2;
    }
    boolean target = cell.prefixes == 0 && labels.containsKey(offset);
    Instruction old = unit.instruction();
    OptionalInt arg = old.arg().isPresent() ? OptionalInt.of(cell.arg) : old.arg();
    if (cell.goal == END) {
      rows.add(row(old, offset, arg, old.argrepr(), tables.operand(unit), target));
    } else {
      int goal = offset(cell.goal);
      String text = old.argrepr().startsWith("to L") ? "to L" + labels.get(goal) : "to " + goal;
      rows.add(row(old, offset, arg, text, new Operand.Jump(goal), target));
    }
  }

  private static Instruction row(
      Instruction old,
      int offset,
      OptionalInt arg,
      String argrepr,
      Operand operand,
      boolean jumpTarget) {
    return new Instruction(
        offset,
        old.opname(),
        old.opcode(),
        arg,
        argrepr,
        operand,
        jumpTarget,
        old.line(),
        old.position());
  }
}
