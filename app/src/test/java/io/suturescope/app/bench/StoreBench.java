package io.suturescope.app.bench;

import com.sun.management.OperatingSystemMXBean;
import io.suturescope.app.store.ImportSession;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.importers.codesuture.CodeSutureImporter;
import io.suturescope.importers.source.SourceTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `StoreBench FOLDER` measures an import of a CodeSuture project with many incidents and the
/// queries after it; `StoreBench --generate N` makes such a project first.
///
/// `--import-only FOLDER` leaves the queries out, `--query-only FILE` measures the queries of a
/// workspace that is there already.
public final class StoreBench {

  private final Path project;
  private final Path work;

  private StoreBench(Path project) throws IOException {
    this.project = project;
    this.work = Files.createTempDirectory("suturescope-bench");
  }

  public static void main(String[] args) throws Exception {
    List<String> options = List.of(args);
    if (options.size() == 2 && options.getFirst().equals("--query-only")) {
      QueryBench.run(Path.of(options.get(1)));
      return;
    }
    if (options.size() == 2 && options.getFirst().equals("--import-only")) {
      new StoreBench(Path.of(options.get(1))).run();
      return;
    }
    if (options.size() == 2 && options.getFirst().equals("--generate")) {
      Path folder = Files.createTempDirectory("suturescope-incidents");
      new IncidentGenerator(Long.parseLong(options.get(1))).write(folder);
      QueryBench.run(new StoreBench(folder).run());
      return;
    }
    QueryBench.run(new StoreBench(Path.of(options.getFirst())).run());
  }

  private Path run() throws Exception {
    long bytes = size(project);
    parseOnly(); // the first time is slower: the code is not compiled yet
    double parse = cpu(this::parseOnly);
    line("parse only, CPU s", parse, "");
    double wide = cpu(this::wideInsertOnly) - parse;
    line("wide insert only, CPU s", wide, "");
    Path file = work.resolve("workspace.db");
    long start = System.nanoTime();
    double full = cpu(() -> importInto(file));
    line("import, wall s", (System.nanoTime() - start) / 1e9, "");
    line("import, CPU s", full, String.format(Locale.ROOT, "%.1f", 1.1 * (parse + wide)));
    line("peak resident memory, MB", peakMegabytes(), "512");
    line("store / JSON lines", (double) Files.size(file) / bytes, "0.2 (0.5 unique stacks)");
    return file;
  }

  interface Job {
    void run() throws Exception;
  }

  static double cpu(Job job) throws Exception {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = machine.getProcessCpuTime();
    job.run();
    return (machine.getProcessCpuTime() - before) / 1e9;
  }

  static void line(String what, double measured, String limit) {
    System.out.printf(Locale.ROOT, "| %-48s | %10.2f | %s |%n", what, measured, limit);
  }

  private void parseOnly() {
    read(new CountingSink());
  }

  private void wideInsertOnly() throws Exception {
    try (WideTable table = new WideTable(work.resolve("wide.db"))) {
      read(table);
    }
  }

  private void importInto(Path file) {
    try (IncidentStore store = open(file);
        ImportSession session =
            store.importSession(
                new SourceIdentity(
                    project.toString(), "bench", "codesuture", SourceIdentity.Kind.FOLDER))) {
      read(session);
      var report = session.finish();
      System.out.println(report.incidents() + " " + report.lines());
    }
  }

  static IncidentStore open(Path file) {
    Clock clock = Clock.fixed(Instant.parse("2026-05-27T09:00:00Z"), ZoneOffset.UTC);
    return switch (IncidentStore.open(file, clock)) {
      case Opening.Ready(IncidentStore store) -> store;
      case Opening.Refused(var kind, String sentence) -> throw new IllegalStateException(sentence);
    };
  }

  private void read(io.suturescope.importers.ImportSink sink) {
    switch (SourceTree.open(project)) {
      case SourceTree.Opened.Tree(SourceTree tree) -> {
        try (tree) {
          CodeSutureImporter.read(tree, sink);
        }
      }
      case SourceTree.Opened.Refused refused -> throw new IllegalStateException(refused.toString());
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".jsonl"))
          .mapToLong(f -> f.toFile().length())
          .sum();
    }
  }

  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmHWM"))
        .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }
}
