package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentEntry;
import io.suturescope.app.agent.Enrolment;
import io.suturescope.app.agent.Unfit;
import io.suturescope.app.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `suturescope agents add`: takes over the enrolment that another console has made.
@Command(
    name = "add",
    header = "Add an agent from its enrolment file.",
    description = {
      "Only this console's key and the certificate are taken over; the file is left as it is.",
      "With --host and --port the agent is reached at another address than the one it listens at:"
          + " the near end of an SSH forward."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents add web-1.json",
      "  suturescope agents add web-1.json --host 127.0.0.1 --port 19181"
    })
final class AgentsAddCommand implements Callable<Integer> {

  private static final long LARGEST = 1 << 20;

  @Parameters(paramLabel = "FILE", description = "An enrolment file.")
  private Path file = Path.of("");

  @Option(names = "--host", paramLabel = "HOST", description = "Reach it at this host.")
  private Optional<String> host = Optional.empty();

  @Option(names = "--port", paramLabel = "PORT", description = "Reach it at this port.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--keyid",
      paramLabel = "KEYID",
      description = "Which of its keys is yours, where it has several.")
  private Optional<String> keyid = Optional.empty();

  @Mixin private final SecretsOption secrets = new SecretsOption();

  private final Console console;

  AgentsAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    byte[] bytes;
    try {
      bytes = Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
    } catch (IOException e) {
      console.say(Visible.line(file + ": it cannot be read"));
      return ExitCode.INPUT;
    }
    try (Enrolment read = Enrolment.read(bytes, keyid);
        ControlRoom room = new ControlRoom(console)) {
      Optional<SecretStore> store = secrets.store(room, console);
      if (store.isEmpty()) {
        return ExitCode.USAGE;
      }
      AgentEntry meant =
          read.entry().at(host.orElse(read.entry().host()), port.orElse(read.entry().port()));
      if (!meant.tls() && !AgentEntry.loopback(meant.host())) {
        throw Unfit.plainHttp();
      }
      AgentEntry entry =
          room.book().add(new Enrolment(meant, read.kept()), store.get(), secrets.replace());
      console.out().write(Visible.line(entry.name() + " is added at " + entry.address()) + "\n");
      return ExitCode.DONE;
    } catch (Unfit e) {
      console.say(Visible.line(file + ": " + e.sentence() + "."));
      return ExitCode.INPUT;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
