package io.suturescope.app;

import io.suturescope.app.cli.CommandLineProgram;
import io.suturescope.app.cli.Surroundings;
import io.suturescope.app.settings.UserFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The main job where there is no display: says so, imports what was named (else the sample),
/// prints what was found, and draws the screens as pictures.
final class HeadlessMorning {

  private final Surroundings surroundings;
  private final UserFolders folders;
  private final JavaFxDesktop desktop;

  HeadlessMorning(Surroundings surroundings, UserFolders folders, JavaFxDesktop desktop) {
    this.surroundings = surroundings;
    this.folders = folders;
    this.desktop = desktop;
  }

  int run(List<Path> paths, Clock clock) {
    Path workspace = folders.data().resolve("headless.suturescope");
    Path pictures = folders.data().resolve("pictures");
    say(
        "There is no display here, so the window cannot open; the same job is done without it: "
            + (paths.isEmpty() ? "the sample" : "what was named")
            + " is imported, and every screen is drawn to a picture.");
    say("");
    List<String> args = new ArrayList<>(List.of("import", "--workspace", workspace.toString()));
    if (paths.isEmpty()) {
      args.add(Sample.unpack(folders.data().resolve("sample")).toString());
    }
    paths.forEach(path -> args.add(path.toString()));
    CommandLineProgram program = new CommandLineProgram(desktop, Version.TEXT);
    int imported = program.run(args.toArray(String[]::new), surroundings);
    int drawn = desktop.pictures(pictures, workspace, clock);
    say("");
    say("Pictures of the screens: " + pictures);
    say("The same on the command line: suturescope --help");
    return Math.max(imported == 1 ? 0 : imported, drawn);
  }

  private void say(String line) {
    OutputStream out = surroundings.out();
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    writer.println(line);
    try {
      out.flush();
    } catch (IOException e) {
      // Nobody reads any more; the work itself goes on.
      writer.checkError();
    }
  }
}
