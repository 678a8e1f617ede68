package io.suturescope.app.cli;

import io.suturescope.app.agent.Conformance;
import io.suturescope.app.export.JsonOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `suturescope agents conform`: signing vectors through our own signer and verifier.
@Command(
    name = "conform",
    header = "Run signing vectors through the console's own signer and verifier.",
    description = {
      "Prints one line of JSON for each vector of the file, in its order: id, outcome (accept or"
          + " reject) and reason (the first check that failed, else null). All of it is computed;"
          + " nothing is copied from what the file expects.",
      "",
      "The exit code is 0 when every vector came out as the file expects, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents conform control-vectors.json",
      "  suturescope agents conform control-vectors.json | jq -r 'select(.outcome == \"reject\")'"
    })
final class ConformCommand implements Callable<Integer> {

  private static final long LARGEST = 16L << 20;

  @Parameters(paramLabel = "FILE", description = "Vectors, such as control-vectors.json.")
  private Path file = Path.of("");

  private final Console console;

  ConformCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    byte[] vectors;
    try {
      if (Files.size(file) > LARGEST) {
        return refuse("it is larger than 16 MB");
      }
      vectors = Files.readAllBytes(file);
    } catch (IOException e) {
      return refuse("it cannot be read");
    }
    boolean[] asExpected = {true};
    boolean known =
        Conformance.run(
            vectors,
            result -> {
              print(result);
              asExpected[0] &= result.asExpected();
            });
    if (!known) {
      return refuse("these are no signing vectors of version 1");
    }
    return asExpected[0] ? ExitCode.DONE : ExitCode.ATTENTION;
  }

  private void print(Conformance.Result result) {
    try (JsonGenerator json = JsonOut.on(console.out())) {
      json.writeStartObject();
      json.writeStringProperty("id", result.id());
      json.writeStringProperty("outcome", result.reason().isEmpty() ? "accept" : "reject");
      json.writeName("reason");
      if (result.reason().isPresent()) {
        json.writeString(result.reason().get());
      } else {
        json.writeNull();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private int refuse(String why) {
    console.say(Visible.line(file + ": " + why));
    return ExitCode.INPUT;
  }
}
