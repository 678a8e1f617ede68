package io.suturescope.importers.bench;

import io.suturescope.importers.disassembly.Disassembler;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.model.bytecode.PyCode;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How fast marshal is read, inspected and disassembled, beside CPython's own reader on the same
/// bytes in the same run. One operation is a whole folder of `.pyc` files.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MarshalBench {
  private static final String LOADS =
      """
      import marshal, pathlib, sys, time
      files = sorted(pathlib.Path(sys.argv[1]).rglob("*.pyc"), key=str)
      data = [d[16:] for d in (p.read_bytes() for p in files)]
      rates = []
      for _ in range(10):
          start = time.perf_counter()
          for one in data: marshal.loads(one)
          rates.append(sum(map(len, data)) / 1e6 / (time.perf_counter() - start))
      rates = sorted(rates[3:])
      print("| CPython %d.%d marshal.loads | %.0f (%.0f to %.0f) |"
            % (*sys.version_info[:2], rates[len(rates) // 2], rates[0], rates[-1]))
      """;

  /// Arguments: a folder with `.pyc` files, and perhaps the command of a Python of the same
  /// version.
  static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(MarshalBench.class.getName())
                    .param("folder", arguments[0])
                    .build())
            .run();
    CompiledModules modules = new CompiledModules();
    modules.folder = arguments[0];
    modules.read();
    System.out.printf(
        Locale.ROOT,
        "%n%d modules of Python %s, %.1f MB%n%n| | MB/s |%n|---|---|%n",
        modules.codes.size(),
        modules.python,
        modules.size() / 1e6);
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      double error = result.getPrimaryResult().getScoreError();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f (%.0f to %.0f) |%n",
          result.getPrimaryResult().getLabel(),
          modules.size() / 1e3 / score,
          modules.size() / 1e3 / (score + error),
          modules.size() / 1e3 / Math.max(score - error, score / 10));
    }
    if (arguments.length > 1) {
      new ProcessBuilder(arguments[1], "-c", LOADS, arguments[0]).inheritIO().start().waitFor();
    }
  }

  /// Bytes to values.
  @Benchmark
  public void marshalReader(CompiledModules modules, Blackhole hole) {
    modules.codes.forEach(code -> hole.consume(MarshalReader.read(code)));
  }

  /// Bytes to values, with all checks, and the opcodes of all versions tried.
  @Benchmark
  public void codeInspector(CompiledModules modules, Blackhole hole) {
    modules.codes.forEach(code -> hole.consume(CodeInspector.inspect(code)));
  }

  /// Values to listings.
  @Benchmark
  public void disassembler(CompiledModules modules, Blackhole hole) {
    for (PyCode root : modules.roots) {
      hole.consume(Disassembler.disassemble(root, modules.python));
    }
  }
}
