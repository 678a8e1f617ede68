package io.suturescope.app.cli;

import io.suturescope.app.store.IncidentStore;
import io.suturescope.app.store.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens the workspace around the work of a command, or says why that cannot be.
final class Workspace {

  /// What a command does with an open workspace.
  @FunctionalInterface
  interface Work {
    /// @return exit code
    int on(IncidentStore store) throws Exception;
  }

  private final Console console;
  private final CommonOptions options;

  Workspace(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  /// For a command that puts something in: the file and its folders are made when they are missing.
  int making(Work work) throws Exception {
    Path file = file();
    Path folder = file.getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      return refuse("The folder " + folder + " for the workspace cannot be made: " + e);
    }
    return with(file, work);
  }

  /// For a command that only reads. A wrong name must not look like a quiet night.
  int reading(Work work) throws Exception {
    Path file = file();
    if (Files.notExists(file)) {
      return refuse(
          "There is no workspace at " + file + " yet: suturescope import PATH makes one.");
    }
    return with(file, work);
  }

  Path file() {
    return options.workspace(console.surroundings());
  }

  private int with(Path file, Work work) throws Exception {
    return switch (IncidentStore.open(file, options.clock())) {
      case Opening.Refused refused -> refuse(refused.sentence());
      case Opening.Ready(IncidentStore store) -> {
        try (store) {
          yield work.on(store);
        }
      }
    };
  }

  private int refuse(String sentence) {
    console.say(sentence);
    return ExitCode.WORKSPACE;
  }
}
