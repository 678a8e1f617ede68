package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.source.FixLabel;
import io.suturescope.model.source.PythonSyntax;
import io.suturescope.model.source.SourceText;
import io.suturescope.model.source.SuggestedFix;
import io.suturescope.model.source.SuggestionList;
import io.suturescope.model.source.SuggestionListText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
      Path expected = corpus.resolve("stores/" + store.name() + "/expected/suggest.json");
      if (!Files.exists(expected)) {
        continue;
      }
      Map<String, List<String>> ours = new TreeMap<>();
      for (SuggestionList.Entry entry : store.entries()) {
        SuggestedFix fix = entry.fix().fix();
        ours.computeIfAbsent(fix.function() + " " + entry.incident().guardType(), k -> new ArrayList<>())
            .add(String.join("\n", fix.original(), fix.suggested(), fix.diff()));
      }
      for (Json.Obj theirs : objects(expected)) {
        String key = text(theirs, "function") + " " + text(theirs, "guard");
        List<String> found = ours.getOrDefault(key, List.of());
        String wanted =
            String.join(
                "\n", text(theirs, "original"), text(theirs, "suggested"), text(theirs, "diff"));
        if (found.contains(wanted)) {
          equal++;
        } else {
          different.add(store.name() + " " + key + " " + text(theirs, "suggested") + (found.isEmpty() ? ": not recorded" : ": " + found));
        }
      }
    }
    System.out.println(equal + " suggestions equal, different " + different.size());
    different.forEach(System.out::println);
    assertThat(equal).isPositive();
  }

  @Test
  void everySuggestionHasALabel() throws IOException {
    Map<String, Map<FixLabel, Integer>> table = new TreeMap<>();
    Map<String, String> examples = new TreeMap<>();
    for (Store store : stores(Drop.corpus())) {
      Map<FixLabel, Integer> row = table.computeIfAbsent(store.name(), n -> new EnumMap<>(FixLabel.class));
      for (SuggestionList.Entry entry : store.entries()) {
        row.merge(entry.fix().label(), 1, Integer::sum);
        examples.put(entry.fix().label() + " " + entry.fix().fix().suggested(), entry.fix().reason() + " | " + entry.fix().fix().original());
      }
    }
    table.forEach((name, row) -> System.out.println(name + " " + row));
    examples.forEach((name, reason) -> System.out.println(name + "\n      " + reason));
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
                  folder.getFileName().toString(), project, SuggestionList.of(incidents, files(tree))));
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
    return object.get(name).map(value -> value instanceof Json.Text(String text, var raw) ? text : "").orElse("");
  }
}
