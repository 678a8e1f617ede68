package io.suturescope.app.cli;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.PatchExaminer;
import io.suturescope.app.export.PatchDiff;
import io.suturescope.app.export.PatchDiff.Format;
import io.suturescope.app.export.PatchDiff.Of;
import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.PatchRow;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `suturescope diff`: what a patch changed.
@Command(
    name = "diff",
    header = "Show what a patch changed.",
    description = {
      "bytecode: the patched function against its original, which is the .orig.code beside the"
          + " patch, else the function in the project's __pycache__, else the patched code with the"
          + " recognised guard taken out. source: the crashed function as the stack trace quotes it,"
          + " against the file as it is now. fix: the file against the suggested fix.",
      "",
      "The exit code is 1 when there is nothing to show, and standard error says why."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope diff shop.pricing:tax:division_guard",
      "  suturescope diff shop.pricing:tax --format html --out tax.html",
      "  suturescope diff shop.pricing:tax --of fix",
      "  suturescope diff shop.pricing:tax --json | jq '.code_objects[].rows[] | select(.op != \"same\")'"
    })
final class DiffCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final PatchArgument argument = new PatchArgument();

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: bytecode).")
  private Of of = Of.BYTECODE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Optional<Format> format = Optional.empty();

  @Mixin private final OutOption out = new OutOption();

  private final Console console;
  private final CommonOptions options;

  DiffCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    Format chosen = Formats.choose(spec.commandLine(), options, format, Format.TEXT, Format.JSON);
    return new Workspace(console, options).reading(store -> diff(store, chosen));
  }

  private int diff(IncidentStore store, Format chosen) throws Exception {
    Optional<PatchRow> patch = argument.patch(store, console);
    if (patch.isEmpty()) {
      return ExitCode.USAGE;
    }
    Examination examination =
        new PatchExaminer(store.reading(), options.clock()).examine(patch.get());
    PatchDiff diff = PatchDiff.of(examination, of);
    if (!diff.missing().isEmpty()) {
      console.say(Visible.line(diff.missing()));
    }
    if (diff.missing().isEmpty() || chosen == Format.JSON) {
      int written = out.write(diff.as(chosen), console);
      return written == ExitCode.DONE && !diff.missing().isEmpty() ? ExitCode.ATTENTION : written;
    }
    return ExitCode.ATTENTION;
  }
}
