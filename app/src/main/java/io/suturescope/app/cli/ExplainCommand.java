package io.suturescope.app.cli;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.PatchRow;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `suturescope explain`: one patch in plain words.
@Command(
    name = "explain",
    header = "Explain a patch in plain words.",
    description = {
      "Says what callers of the patched function get now, where it crashed, what was inserted, what"
          + " was suggested as a fix and whether that can be used, and what is a reason to be"
          + " careful. Reads the files of the patch as they are now."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope explain shop.pricing:tax:division_guard",
      "  suturescope explain shop.pricing:tax",
      "  suturescope explain shop.pricing:tax --json | jq -r .sentence"
    })
final class ExplainCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final PatchArgument argument = new PatchArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Optional<Format> format = Optional.empty();

  @Mixin private final OutOption out = new OutOption();

  private final Console console;
  private final CommonOptions options;

  ExplainCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    Format chosen = Formats.choose(spec.commandLine(), options, format, Format.TEXT, Format.JSON);
    return new Workspace(console, options).reading(store -> explain(store, chosen));
  }

  private int explain(IncidentStore store, Format chosen) throws Exception {
    Optional<PatchRow> patch = argument.patch(store, console);
    if (patch.isEmpty()) {
      return ExitCode.USAGE;
    }
    Examination examination =
        new PatchExaminer(store.reading(), options.clock()).examine(patch.get());
    StringWriter text = new StringWriter();
    switch (chosen) {
      case JSON -> ExplanationText.json(examination, text);
      case TEXT -> ExplanationText.lines(examination, text);
    }
    return out.write(text.toString(), console);
  }
}
