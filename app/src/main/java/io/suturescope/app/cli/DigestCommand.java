package io.suturescope.app.cli;

import io.suturescope.app.digest.DigestRequest;
import io.suturescope.app.digest.DigestRequest.Flavour;
import io.suturescope.app.digest.DigestRequest.Format;
import io.suturescope.app.digest.DigestRequest.Style;
import io.suturescope.app.digest.DigestText;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.SourceIdentity;
import io.suturescope.app.store.SourceRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `suturescope digest`: the report of a day or of seven days.
@Command(
    name = "digest",
    header = "Print the report of a day or a week.",
    description = {
      "Prints what happened on a day, today if none is given, or in seven days. Style suturescope"
          + " counts crashes, verification copies folded, with the query behind every number, and"
          + " says where CodeSuture's own digest differs and why.",
      "Style codesuture is what codesuture digest prints, byte for byte: it counts log lines, is in"
          + " UTC whatever the zone, and is of one source."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope digest",
      "  suturescope digest --day 2026-11-20 --zone Europe/Vienna",
      "  suturescope digest --week 2026-11-20 --flavour slack",
      "  suturescope digest --format html --out digest.html",
      "  suturescope digest --style codesuture --source shop"
    })
final class DigestCommand implements Callable<Integer> {

  /// One or the other.
  static final class Period {
    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The day (default: today).")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
        names = "--week",
        paramLabel = "YYYY-MM-DD",
        description = "The seven days that end with this one.")
    private Optional<LocalDate> week = Optional.empty();
  }

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true)
  private Period period = new Period();

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description = "One of ${COMPLETION-CANDIDATES} (default: suturescope).")
  private Style style = Style.SUTURESCOPE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: markdown).")
  private Format format = Format.MARKDOWN;

  @Option(
      names = "--flavour",
      paramLabel = "FLAVOUR",
      description = "Whose markdown: one of ${COMPLETION-CANDIDATES} (default: github).")
  private Optional<Flavour> flavour = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only this source, by its name or path.")
  private Optional<String> source = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
  private Optional<Path> out = Optional.empty();

  private final Console console;
  private final CommonOptions options;

  DigestCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    check();
    return new Workspace(console, options)
        .reading(store -> {
          Clock clock = options.clock();
          DigestRequest request = request(store, clock);
          if (out.isPresent()) {
            return export(store, clock, request, out.get());
          }
          DigestText.write(store.reading(), clock, request, console.out());
          if (style == Style.CODESUTURE && format == Format.MARKDOWN) {
            console.out().write('\n');
          }
          return ExitCode.DONE;
        });
  }

  private void check() {
    if (options.json()) {
      throw wrong("A digest has no JSON form: suturescope incidents --json has the records.");
    }
    if (flavour.isPresent() && format == Format.HTML) {
      throw wrong("--flavour is of --format markdown.");
    }
    if (style == Style.CODESUTURE && flavour.filter(f -> f != Flavour.GITHUB).isPresent()) {
      throw wrong("Style codesuture is in CodeSuture's own words; it has no other flavour.");
    }
  }

  private DigestRequest request(IncidentStore store, Clock clock) {
    boolean inUtc = style == Style.CODESUTURE;
    if (inUtc && !options.quiet() && !options.zone().normalized().equals(ZoneOffset.UTC)) {
      console.say("Style codesuture is in UTC; --zone is not used.");
    }
    LocalDate today =
        LocalDate.ofInstant(clock.instant(), inUtc ? ZoneOffset.UTC : clock.getZone());
    return new DigestRequest(
        style,
        period.week.isPresent(),
        period.week.or(() -> period.day).orElse(today),
        source(store.reading().sources()),
        format,
        flavour.orElse(Flavour.GITHUB),
        Optional.of(console.surroundings().commandJournal()));
  }

  private Optional<SourceRow> source(List<SourceRow> all) {
    List<SourceRow> chosen =
        all.stream()
            .filter(s -> style != Style.CODESUTURE || s.identity().system().equals("codesuture"))
            .filter(s -> source.isEmpty() || isNamed(s.identity(), source.get()))
            .toList();
    if (chosen.isEmpty() && source.isPresent()) {
      throw wrong("There is no source " + source.get() + ". " + listed(all));
    }
    boolean one = style == Style.CODESUTURE || source.isPresent();
    if (one && chosen.size() > 1) {
      throw wrong("Name one source with --source. " + listed(chosen));
    }
    return one ? chosen.stream().findFirst() : Optional.empty();
  }

  private static boolean isNamed(SourceIdentity source, String name) {
    return source.displayName().equals(name) || source.path().equals(name);
  }

  private static String listed(List<SourceRow> sources) {
    return sources.isEmpty()
        ? "The workspace has none."
        : sources.stream()
            .map(s -> "%n  %s  %s".formatted(s.identity().displayName(), s.identity().path()))
            .collect(Collectors.joining("", "Sources:", ""));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int export(IncidentStore store, Clock clock, DigestRequest request, Path file)
      throws IOException {
    try (Writer to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      DigestText.write(store.reading(), clock, request, to);
    }
    if (!options.quiet()) {
      console.say("Wrote " + Visible.line(file.toString()));
    }
    return ExitCode.DONE;
  }
}
