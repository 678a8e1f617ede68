package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.diff.TextRow;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.source.FailingPart;
import io.suturescope.model.source.FixLabel;
import io.suturescope.model.source.PythonSyntax;
import io.suturescope.model.source.SourceText;
import io.suturescope.model.source.SuggestedFix;
import io.suturescope.model.source.SuggestionList;
import io.suturescope.model.source.SuggestionListText;
import io.suturescope.model.source.TraceQuote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The suggestions of every store: against what the real `suggest` printed, and against git.
class SuggestionsCorpusTest {

  @TempDir Path temporary;

  /// What was read of one store.
  private record Store(String name, Path project, List<SuggestionList.Entry> entries) {}

  @Test
  void recordedSuggestionsAreThoseThatCodeSutureLists() throws IOException {
    Path corpus = Drop.corpus();
    int equal = 0;
    List<String> different = new ArrayList<>();
    for (Store store : stores(corpus)) {
      Map<String, List<String>> ours = new TreeMap<>();
      for (SuggestionList.Entry entry : store.entries()) {
        SuggestedFix fix = entry.fix().fix();
        ours.computeIfAbsent(
                fix.function() + " " + entry.incident().guardType(), key -> new ArrayList<>())
            .add(String.join("\n", fix.original(), fix.suggested(), fix.diff()));
      }
      Path expected = corpus.resolve("stores/" + store.name() + "/expected/suggest.json");
      for (Json.Obj theirs : objects(expected)) {
        String key = text(theirs, "function") + " " + text(theirs, "guard");
        String wanted =
            String.join(
                "\n", text(theirs, "original"), text(theirs, "suggested"), text(theirs, "diff"));
        if (ours.getOrDefault(key, List.of()).contains(wanted)) {
          equal++;
        } else {
          different.add(store.name() + (ours.containsKey(key) ? " other" : " none"));
        }
      }
    }
    // ASGI records no suggestion, `suggest` makes one; the synthetic store's texts are invented.
    assertThat(different).hasSize(68);
    assertThat(different).filteredOn(entry -> entry.endsWith("-asgi none")).hasSize(10);
    assertThat(different).filteredOn(entry -> entry.startsWith("history-30d-")).hasSize(58);
    assertThat(equal).isEqualTo(246);
  }

  @Test
  void everySuggestionHasALabel() throws IOException {
    Map<String, Integer> total = new TreeMap<>();
    for (Store store : stores(Drop.corpus())) {
      Map<String, Integer> row = new TreeMap<>();
      for (SuggestionList.Entry entry : store.entries()) {
        row.merge(entry.fix().label().word(), 1, Integer::sum);
        total.merge(entry.fix().label().word(), 1, Integer::sum);
        assertThat(entry.fix().patch().isPresent())
            .isEqualTo(entry.fix().label() == FixLabel.USABLE);
      }
      System.out.println(store.name() + " " + row);
    }
    System.out.println("all stores " + total);
    assertThat(total)
        .isEqualTo(
            Map.of(
                "no_op", 50,
                "source_missing", 57,
                "does_not_parse", 24,
                "changes_statement", 28,
                "usable", 144));
  }

  @Test
  void gitAppliesEveryUsableSuggestionAndAllOfThemTogether()
      throws IOException, InterruptedException {
    requireGit();
    int applied = 0;
    for (Store store : stores(Drop.corpus())) {
      if (store.entries().isEmpty() || !Files.isDirectory(store.project())) {
        continue;
      }
      Path copy = temporary.resolve(store.name());
      for (SuggestionList.Entry entry : store.entries()) {
        Optional<byte[]> patch = entry.fix().patchBytes();
        if (patch.isPresent()) {
          SourceText file = entry.file().orElseThrow();
          copySources(store.project(), copy);
          assertThat(apply(copy, patch.get())).isEmpty();
          List<String> wanted = new ArrayList<>(file.lines(1, file.lineCount()));
          wanted.set(entry.fix().fix().line() - 1, entry.fix().fix().suggested());
          assertThat(Files.readAllLines(copy.resolve(file.path()))).isEqualTo(wanted);
          applied++;
        }
      }
      copySources(store.project(), copy);
      byte[] together = SuggestionListText.patch(store.entries());
      if (new String(together, StandardCharsets.UTF_8).contains("\n@@ ")) {
        assertThat(apply(copy, together)).isEmpty();
      }
    }
    assertThat(applied).isEqualTo(144);
  }

  @Test
  void everySourceOfTheCorpusParses() throws IOException {
    try (Stream<Path> files = Files.walk(Drop.corpus())) {
      List<Path> sources =
          files.filter(file -> file.getFileName().toString().endsWith(".py")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      for (Path file : sources) {
        SourceText text = SourceText.of("x.py", Bytes.copyOf(Files.readAllBytes(file)));
        assertThat(PythonSyntax.problem(text.text())).as(file.toString()).isEmpty();
      }
    }
  }

  /// Every crash of the corpus whose trace marks a part has that part in its source line.
  @Test
  void theMarkedPartOfATraceIsFoundInTheSourceLine() throws IOException {
    int marked = 0;
    Map<String, String> parts = new TreeMap<>();
    for (Store store : stores(Drop.corpus())) {
      for (SuggestionList.Entry entry : store.entries()) {
        SuggestedFix fix = entry.fix().fix();
        Optional<TraceQuote> quote = TraceQuote.of(entry.incident().stackTrace(), fix.line());
        Optional<TextRow.Range> part =
            quote.flatMap(found -> FailingPart.of(fix.original(), found));
        if (part.isPresent()) {
          marked++;
          parts.put(
              fix.original().strip(), fix.original().substring(part.get().from(), part.get().to()));
        }
      }
    }
    assertThat(parts)
        .containsEntry("値 = 行[\"値\"]", "行[\"値\"]")
        .containsEntry("breite = maße[\"breite\"]", "maße[\"breite\"]")
        .containsEntry("return round(share / parts, 2)", "share / parts")
        .containsEntry("return [r[\"id\"] for r in rows]", "r[\"id\"]");
    assertThat(marked).isGreaterThan(150);
  }

  private static void requireGit() throws InterruptedException {
    try {
      Assumptions.assumeTrue(new ProcessBuilder("git", "--version").start().waitFor() == 0);
    } catch (IOException none) {
      Assumptions.abort("there is no git");
    }
  }

  private static void copySources(Path project, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).toList()) {
        Path target = copy.resolve(project.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
  }

  private String apply(Path project, byte[] patch) throws IOException, InterruptedException {
    Path file = Files.write(temporary.resolve("the.patch"), patch);
    ProcessBuilder git =
        new ProcessBuilder("git", "apply", file.toString()).directory(project.toFile());
    git.environment().put("GIT_CEILING_DIRECTORIES", temporary.toString());
    Process running = git.redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return running.waitFor() == 0 ? "" : "failed: " + said;
  }

  static List<Store> stores(Path corpus) throws IOException {
    try (Stream<Path> folders = Files.list(corpus.resolve("stores"))) {
      List<Store> stores = new ArrayList<>();
      for (Path folder : folders.sorted().toList()) {
        Path project = folder.resolve("project");
        Path dropped = Files.exists(project) ? project : folder.resolve("project.zip");
        List<Recorded> all = Drop.all(dropped, Map.of());
        List<Incident> incidents = all.isEmpty() ? List.of() : all.getFirst().incidents;
        try (SourceTree tree = ((SourceTree.Opened.Tree) SourceTree.open(dropped)).tree()) {
          stores.add(
              new Store(
                  folder.getFileName().toString(),
                  project,
                  SuggestionList.of(incidents, files(tree))));
        }
      }
      return stores;
    }
  }

  private static Function<String, Optional<SourceText>> files(SourceTree tree) {
    return recorded -> {
      String[] parts = recorded.split("/", -1);
      for (int first = 0; first < parts.length; first++) {
        String suffix = String.join("/", List.of(parts).subList(first, parts.length));
        Optional<InputStream> opened = tree.open(suffix);
        if (opened.isPresent()) {
          try (InputStream in = opened.get()) {
            return Optional.of(SourceText.of(suffix, Bytes.copyOf(in.readAllBytes())));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        }
      }
      return Optional.empty();
    };
  }

  private static List<Json.Obj> objects(Path file) throws IOException {
    List<Json.Obj> objects = new ArrayList<>();
    if (!Files.exists(file)) {
      return objects;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("{")
          && JsonDocument.parse(line.getBytes(StandardCharsets.UTF_8))
              instanceof JsonDocument.Parsed.Good good) {
        objects.add((Json.Obj) good.root());
      }
    }
    return objects;
  }

  private static String text(Json.Obj object, String name) {
    return object
        .get(name)
        .map(value -> value instanceof Json.Text(String text, var raw) ? text : "")
        .orElse("");
  }
}
