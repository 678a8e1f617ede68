package io.suturescope.app.cli;

import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.examine.Trust;
import io.suturescope.app.examine.TrustWarning;
import io.suturescope.app.imports.ImportJob;
import io.suturescope.app.imports.ImportOutcome;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import io.suturescope.app.store.PatchRow;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.query.IncidentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `suturescope verify`: whether the patches of a source can be trusted.
@Command(
    name = "verify",
    header = "Check the signature and the trust of every patch of a project.",
    description = {
      "Reads a project folder, any folder or file in it, or an archive, as it is now; no workspace"
          + " is needed and none is changed. Says of each patch whether its bytes are those that"
          + " were signed, and what else is a reason to be careful.",
      "",
      "The exit code is 1 when a signature does not verify, or when loading a patch may stop a"
          + " process."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope verify /srv/shop",
      "  suturescope verify shop.tar.gz --json | jq '.patches[] | select(.signature != \"valid\")'",
      "  suturescope verify -q /srv/shop || echo 'do not start it'"
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", description = "A folder, a file of a project, or an archive.")
  private Path path = Path.of("");

  private final Console console;
  private final CommonOptions options;
  private final CancelOnSignal signal;

  VerifyCommand(Console console, CommonOptions options, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.signal = signal;
  }

  /// A patch that was judged.
  record Judged(PatchRow patch, Trust trust) {

    boolean needsAttention() {
      return trust.signature() != SignatureState.VALID
          || trust.warnings().stream().anyMatch(TrustWarning::grave);
    }
  }

  @Override
  public Integer call() throws Exception {
    // A workspace of its own gives the same patches, with the same ids, as an import would.
    Path folder = Files.createTempDirectory("suturescope-verify");
    try {
      return switch (IncidentStore.open(folder.resolve("verify"), options.clock())) {
        case Opening.Refused refused -> {
          console.say(refused.sentence());
          yield ExitCode.WORKSPACE;
        }
        case Opening.Ready(IncidentStore store) -> {
          try (store) {
            yield verify(store);
          }
        }
      };
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private int verify(IncidentStore store) throws IOException {
    ImportJob job = new ImportJob(store);
    signal.onSignal(job::cancel);
    for (ImportOutcome outcome : job.run(List.of(path), _ -> {})) {
      switch (outcome) {
        case ImportOutcome.Refused(Path named, String reason) -> {
          console.say(Visible.line(named + ": " + reason));
          return ExitCode.INPUT;
        }
        case ImportOutcome.Cancelled(Path named) -> {
          console.say(Visible.line(named + ": cancelled"));
          return ExitCode.CANCELLED;
        }
        case ImportOutcome.Imported imported -> {}
      }
    }
    List<Judged> judged = judge(store);
    VerifyText text = new VerifyText(console.out());
    if (options.json()) {
      text.json(pathOf(store), judged);
    } else {
      text.lines(judged, options.quiet());
    }
    return judged.stream().anyMatch(Judged::needsAttention) ? ExitCode.ATTENTION : ExitCode.DONE;
  }

  /// Those that have a file: nothing is signed of the others.
  private List<Judged> judge(IncidentStore store) {
    List<PatchRow> patches =
        store.reading().patches(IncidentQuery.ALL).stream()
            .filter(patch -> patch.file().isPresent())
            .toList();
    List<Judged> judged = new ArrayList<>();
    new PatchExaminer(store.reading(), options.clock())
        .trust(patches, (patch, trust) -> judged.add(new Judged(patch, trust)));
    return judged;
  }

  /// Of the project, which may be more than what was named; of the archive for several in one.
  private String pathOf(IncidentStore store) {
    List<String> sources =
        store.reading().sources().stream().map(source -> source.identity().path()).toList();
    return sources.size() == 1 ? sources.getFirst() : path.toAbsolutePath().toString();
  }
}
