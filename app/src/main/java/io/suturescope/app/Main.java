package io.suturescope.app;

import io.suturescope.app.cli.CommandLineProgram;
import io.suturescope.app.cli.Surroundings;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the program starts. Does not extend `Application`, so that it runs from the class path.
public final class Main {

  /// Kept, since a logger that nobody holds forgets its level.
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    // The toolkit warns about running from the class path, where it works.
    TOOLKIT.setLevel(Level.SEVERE);
    Surroundings surroundings = Surroundings.ofProcess();
    CommandLineProgram program =
        new CommandLineProgram(new JavaFxDesktop(surroundings), Version.TEXT);
    System.exit(program.run(args, surroundings));
  }
}
