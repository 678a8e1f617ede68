package io.suturescope.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// The two streams of a command, in UTF-8 whatever the platform prefers: results to one, all that
/// is said about them to the other.
final class Console {

  private static final int BUFFER = 1 << 16;

  private final Surroundings surroundings;
  private final Writer out;
  private final Writer err;

  Console(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.out = writer(surroundings.out());
    this.err = writer(surroundings.err());
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /// Where results go; flushed when the command ends.
  Writer out() {
    return out;
  }

  Writer err() {
    return err;
  }

  /// Says something at once. Whoever closed this stream does not want to hear it.
  void say(String text) {
    try {
      err.write(text);
      err.write('\n');
      err.flush();
    } catch (IOException closed) {
      // Nobody is left to be told.
    }
  }

  /// Writes over the line that stands there; only for a terminal.
  void status(String text) {
    try {
      err.write("\r" + text + "\u001b[K");
      err.flush();
    } catch (IOException closed) {
      // Nobody is left to be told.
    }
  }

  void flush() throws IOException {
    err.flush();
    out.flush();
  }
}
