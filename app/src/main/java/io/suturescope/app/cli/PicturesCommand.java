package io.suturescope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `suturescope pictures`: every screen as a PNG file.
@Command(
    name = "pictures",
    header = "Draw every screen as a PNG file.",
    description = {"In both themes and without a display, for the documentation and for tests."},
    footerHeading = "%nExample:%n",
    footer = {"  suturescope pictures --out pictures"})
final class PicturesCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures; it is made when it is missing.")
  private Path out = Path.of("");

  private final Console console;
  private final CommonOptions options;
  private final Desktop desktop;
  private final CancelOnSignal signal;

  PicturesCommand(Console console, CommonOptions options, Desktop desktop, CancelOnSignal signal) {
    this.console = console;
    this.options = options;
    this.desktop = desktop;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    // The UI toolkit ends on a signal in its own way.
    signal.close();
    return desktop.pictures(
        out.toAbsolutePath(), options.workspace(console.surroundings()), options.clock());
  }
}
