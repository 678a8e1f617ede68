package io.suturescope.app.bench;

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
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.diff.Change;
import io.suturescope.model.diff.TextDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// Prints how long differences take, beside git's and jgit's histogram diff: `DiffBench`. git is a
/// process that reads two files; what it takes for two empty ones is subtracted. Infinity is more
/// than five seconds; NaN was left out, since it takes jgit minutes.
public final class DiffBench {

  private static final int RUNS = 5;
  private static final int WARM_UPS = 4;

  private final Path folder;
  private double gitAlone;

  private DiffBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("diff-bench");
    DiffBench bench = new DiffBench(folder);
    bench.gitAlone = bench.git(List.of(), List.of());
    System.out.printf("git, two empty files: %.1f ms (subtracted below)%n", bench.gitAlone);
    System.out.println("| text | rows that differ | ours, ms | git, ms | jgit, ms |");
    for (int size : new int[] {10_000, 100_000}) {
      bench.texts(size);
    }
    System.out.println("| bytecode | rows that differ | ours, ms |");
    code("20,000 instructions, two exchanged", instructions(20_000, 1), 0.00005);
    code("20,000 instructions, 1 % exchanged", instructions(20_000, 1), 0.01);
    code("20,000 instructions, 30 % exchanged", instructions(20_000, 1), 0.3);
    code("20,000 instructions, all exchanged", instructions(20_000, 1), 1);
  }

  private void texts(int size) throws IOException, InterruptedException {
    Random random = new Random(size);
    List<String> source = lines(size, random);
    String name = "%,d lines, ".formatted(size);
    text(name + "1 % edited", source, edited(source, 0.01, random));
    text(name + "30 % edited", source, edited(source, 0.3, random));
    text(name + "every other line exchanged", source, everyOther(source));
    text(name + "all different", source, lines(size, new Random(-1)));
    text(name + "one line repeated", repeated(size, 1, random), repeated(size - 500, 1, random));
    text(name + "three lines repeated", repeated(size, 3, random), repeated(size, 3, random));
    text(
        name + "1,000 lines repeated",
        repeated(size, 1_000, random),
        repeated(size, 1_000, random));
    List<String> shuffled = new ArrayList<>(source);
    Collections.shuffle(shuffled, random);
    text(name + "shuffled", source, shuffled);
  }

  private void text(String name, List<String> left, List<String> right)
      throws IOException, InterruptedException {
    long[] differing = new long[1];
    double ours =
        median(() ->
            differing[0] =
                TextDiff.between(left, right).rows().stream()
                    .filter(row -> row.change() != Change.SAME)
                    .count());
    byte[] leftBytes = bytes(left);
    byte[] rightBytes = bytes(right);
    double jgit =
        left.size() > 50_000 && (name.contains("repeated") || name.contains("every"))
            ? Double.NaN
            : median(() ->
                new HistogramDiff()
                    .diff(
                        RawTextComparator.DEFAULT,
                        new RawText(leftBytes),
                        new RawText(rightBytes)));
    double git = git(left, right) - gitAlone;
    System.out.printf("| %s | %,d | %.1f | %.1f | %.1f |%n", name, differing[0], ours, git, jgit);
  }

  private double git(List<String> left, List<String> right)
      throws IOException, InterruptedException {
    Path before = Files.write(folder.resolve("before.txt"), bytes(left));
    Path after = Files.write(folder.resolve("after.txt"), bytes(right));
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      Process git =
          new ProcessBuilder(
                  "git",
                  "diff",
                  "--no-index",
                  "--histogram",
                  "--output=" + folder.resolve("out.txt"),
                  before.toString(),
                  after.toString())
              .start();
      if (!git.waitFor(5, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return Double.POSITIVE_INFINITY;
      }
      times[run] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }

  private static double median(Runnable job) {
    double[] times = new double[RUNS];
    for (int run = -WARM_UPS; run < RUNS; run++) {
      long start = System.nanoTime();
      job.run();
      double took = (System.nanoTime() - start) / 1e6;
      if (took > 5_000) {
        return took;
      }
      times[Math.max(0, run)] = took;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }

  private static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lines(int size, Random random) {
    List<String> lines = new ArrayList<>(size);
    for (int at = 0; at < size; at++) {
      lines.add(
          switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "        return None";
            case 2 -> "    def method_%d(self, value):".formatted(random.nextInt(size));
            default ->
                "        value_%d = self.items[%d].total(rate=%d)"
                    .formatted(random.nextInt(size), random.nextInt(100), random.nextInt(1_000));
          });
    }
    return lines;
  }

  private static List<String> edited(List<String> lines, double share, Random random) {
    List<String> edited = new ArrayList<>(lines.size());
    for (String line : lines) {
      int kind = random.nextDouble() < share ? random.nextInt(4) : -1;
      switch (kind) {
        case -1 -> edited.add(line);
        case 0 -> {
          edited.add(line);
          edited.add("        log.info('step %d')".formatted(random.nextInt()));
        }
        case 1 -> edited.add("        renamed_%d = None".formatted(random.nextInt()));
        case 2 -> edited.add(line.replace("value", "amount"));
        default -> {}
      }
    }
    return edited;
  }

  private static List<String> everyOther(List<String> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(at -> at % 2 == 0 ? lines.get(at) : "exchanged " + at)
        .toList();
  }

  private static List<String> repeated(int size, int alphabet, Random random) {
    return random.ints(size, 0, alphabet).mapToObj(one -> "repeated line " + one).toList();
  }

  private static void code(String name, List<Instruction> left, double share) {
    Random random = new Random(3);
    List<Instruction> right = new ArrayList<>();
    for (Instruction instruction : left) {
      boolean exchanged = random.nextDouble() < share;
      right.add(
          exchanged
              ? instruction(right.size(), "LOAD_FAST", new Operand.Variables(List.of("guard")))
              : instruction);
    }
    long[] differing = new long[1];
    Listing before = listing(left);
    Listing after = listing(right);
    double ours =
        median(() ->
            differing[0] =
                CodeDiff.between(before, after).pairs().getFirst().rows().stream()
                    .filter(row -> row.change() != Change.SAME)
                    .count());
    System.out.printf("| %s | %,d | %.1f |%n", name, differing[0], ours);
  }

  private static List<Instruction> instructions(int size, int seed) {
    Random random = new Random(seed);
    List<Instruction> instructions = new ArrayList<>(size);
    for (int at = 0; at < size; at++) {
      instructions.add(
          switch (random.nextInt(4)) {
            case 0 ->
                instruction(
                    at,
                    "LOAD_FAST",
                    new Operand.Variables(List.of("variable" + random.nextInt(30))));
            case 1 ->
                instruction(at, "LOAD_ATTR", new Operand.Name(0, "name" + random.nextInt(99), ""));
            case 2 -> instruction(at, "CALL", new Operand.Count(random.nextInt(4)));
            default ->
                instruction(at, "POP_JUMP_IF_TRUE", new Operand.Jump(random.nextInt(size) * 2));
          });
    }
    return instructions;
  }

  private static Instruction instruction(int at, String opname, Operand operand) {
    int line = 1 + at / 8;
    return new Instruction(
        2 * at,
        opname,
        1,
        OptionalInt.of(0),
        "",
        operand,
        false,
        OptionalInt.of(line),
        Optional.of(new Position(line, line, at % 8, at % 8 + 1)));
  }

  private static Listing listing(List<Instruction> instructions) {
    PyCode code =
        new PyCode(
            new CodeShape(0, 0, 0, 1, 3),
            Bytes.EMPTY,
            new PyTuple(List.of()),
            List.of(),
            new CodeLocals(List.of(), Bytes.EMPTY),
            new CodeOrigin("f.py", "f", "f", 1),
            Bytes.EMPTY,
            Bytes.EMPTY);
    return new Listing("3.12", List.of(new CodeListing("root", code, instructions, List.of(), "")));
  }
}
