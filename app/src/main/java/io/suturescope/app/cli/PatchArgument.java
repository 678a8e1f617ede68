package io.suturescope.app.cli;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Names one patch: by its id, or by module and function when they name exactly one (cli.md).
final class PatchArgument {

  private static final int MOST_NAMED = 20;

  @Parameters(
      paramLabel = "PATCH",
      description = {
        "Id of a patch, such as shop.cart:Cart.total:key_guard, or MODULE:QUALNAME when that names"
            + " one patch only."
      })
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Only patches of the source with this path or name, where several have it.")
  private Optional<String> source = Optional.empty();

  /// The patch that is meant. Else the console says which ones may be, and nothing is done.
  Optional<PatchRow> patch(IncidentStore store, Console console) {
    List<PatchRow> all =
        store.reading().patches(IncidentQuery.ALL).stream().filter(this::inSource).toList();
    List<PatchRow> meant = meant(all);
    if (meant.size() == 1) {
      return Optional.of(meant.getFirst());
    }
    if (meant.isEmpty()) {
      console.say("There is no patch " + Visible.line(name) + "." + near(all));
    } else {
      console.say(Visible.line(name) + " names " + meant.size() + " patches:");
      meant.stream()
          .limit(MOST_NAMED)
          .map(row -> "  " + row.id() + "  in " + row.source().identity().path())
          .forEach(line -> console.say(Visible.line(line)));
      console.say(
          meant.size() > MOST_NAMED
              ? "  and " + (meant.size() - MOST_NAMED) + " more"
              : "Give a whole id, and --source where several sources have it.");
    }
    return Optional.empty();
  }

  private boolean inSource(PatchRow row) {
    return source
        .map(text ->
            text.equals(row.source().identity().path())
                || text.equals(row.source().identity().displayName()))
        .orElse(true);
  }

  /// By id first, so that an id which is also a name stays usable.
  private List<PatchRow> meant(List<PatchRow> all) {
    List<Predicate<PatchRow>> ways =
        List.of(
            row -> row.isCalled(name),
            row -> (row.module() + ":" + row.function()).equals(name),
            row -> (row.module() + "." + row.function()).equals(name),
            row -> row.file().filter(file -> file.baseName().equals(name)).isPresent());
    for (Predicate<PatchRow> way : ways) {
      List<PatchRow> found = all.stream().filter(way).toList();
      List<PatchRow> there = found.stream().filter(row -> !row.gone()).toList();
      if (!found.isEmpty()) {
        return there.isEmpty() ? found : there;
      }
    }
    return List.of();
  }

  private String near(List<PatchRow> all) {
    String typed = name.toLowerCase(Locale.ROOT);
    Set<String> ids = new HashSet<>();
    all.stream()
        .filter(row -> !typed.isEmpty() && row.id().toLowerCase(Locale.ROOT).contains(typed))
        .map(PatchRow::id)
        .forEach(ids::add);
    List<String> names =
        all.stream()
            .flatMap(
                row -> Stream.of(row.id(), row.module() + ":" + row.function(), row.function()))
            .distinct()
            .toList();
    Nearest.to(name, names).ifPresent(ids::add);
    List<String> shown = new ArrayList<>(ids.stream().sorted().limit(5).toList());
    return shown.isEmpty() ? "" : " Did you mean " + Visible.line(String.join(", ", shown)) + "?";
  }
}
