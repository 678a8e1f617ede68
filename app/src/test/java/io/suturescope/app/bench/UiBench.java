package io.suturescope.app.bench;

import io.suturescope.app.WindowUnderLoad;
import java.nio.file.Path;

/// Prints how busy the UI thread is while a project is imported into the open window, and how long
/// it is until the first rows are seen: `UiBench PROJECT`. Started with the headless platform's
/// flags.
public final class UiBench {

  private UiBench() {}

  public static void main(String[] args) throws Exception {
    System.out.println(WindowUnderLoad.measure(Path.of(args[0])));
    System.exit(0);
  }
}
