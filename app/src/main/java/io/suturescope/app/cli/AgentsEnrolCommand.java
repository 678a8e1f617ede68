package io.suturescope.app.cli;

import io.suturescope.app.agent.AgentEntry;
import io.suturescope.app.agent.Enrolment;
import io.suturescope.app.agent.Unfit;
import io.suturescope.app.secrets.PrivateFile;
import io.suturescope.app.secrets.Secret;
import io.suturescope.app.secrets.SecretStore;
import io.suturescope.model.control.AgentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `suturescope agents enrol`: makes the keys of a new agent.
@Command(
    name = "enrol",
    header = "Make the keys of a new agent, and the file that carries them to its host.",
    description = {
      "Copy the file to the host by a way that you trust, such as scp; keep its mode 0600; name it"
          + " in CODESUTURE_BRIDGE_ENROLMENT; then delete it here. Without TLS the agent listens"
          + " at 127.0.0.1 or ::1 only: reach a far one through an SSH forward."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope agents enrol web-1 --host 127.0.0.1 --port 9181 --out web-1.json",
      "  suturescope agents enrol web-2 --host web-2.example.org --port 9181 --tls --out web-2.json",
    })
final class AgentsEnrolCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and hyphens.")
  private String name = "";

  @Option(
      names = "--host",
      required = true,
      paramLabel = "HOST",
      description = "Where the agent listens and is reached.")
  private String host = "";

  @Option(names = "--port", required = true, paramLabel = "PORT", description = "1 to 65535.")
  private int port;

  @Option(names = "--tls", description = "Make a certificate; required for any far address.")
  private boolean tls;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file for the agent; it must not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "operator",
      description = "operator, or observer for a key that may only read (default: operator).")
  private String role = "operator";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "How long the key is good, at most 400 (default: 365).")
  private int days;

  @Option(
      names = "--share-values",
      description = "Let the agent send values of the program, such as results and arguments.")
  private boolean shareValues;

  @Option(names = "--no-share-source", description = "Keep the program's source at the agent.")
  private boolean hideSource;

  @Mixin private final SecretsOption secrets = new SecretsOption();

  private final Console console;

  AgentsEnrolCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!AgentName.isName(name) || port < 1 || port > 65_535) {
      console.say("That is no name of an agent, or no port: see suturescope agents enrol --help");
      return ExitCode.USAGE;
    }
    if (!role.equals("operator") && !role.equals("observer")) {
      console.say("A role is operator or observer.");
      return ExitCode.USAGE;
    }
    if (Files.exists(out)) {
      console.say(Visible.line(out + " is there already; it may hold the key of another agent."));
      return ExitCode.USAGE;
    }
    try (ControlRoom room = new ControlRoom(console)) {
      Optional<SecretStore> store = secrets.store(room, console);
      return store.isEmpty() ? ExitCode.USAGE : enrol(room, store.get());
    } catch (Unfit e) {
      console.say(Visible.line(name + ": " + e.sentence() + "."));
      return ExitCode.USAGE;
    }
  }

  private int enrol(ControlRoom room, SecretStore store) throws Exception {
    Enrolment.Wish wish =
        new Enrolment.Wish(
            new AgentName(name),
            host,
            port,
            tls,
            role.equals("operator"),
            Duration.ofDays(days),
            System.getProperty("user.name", ""),
            shareValues,
            !hideSource);
    Enrolment.Made made = Enrolment.make(wish, Clock.systemUTC().instant());
    try (Enrolment enrolment = made.enrolment();
        Secret file = made.file()) {
      PrivateFile.write(out, file);
      AgentEntry entry = added(room, enrolment, store);
      console.out().write(Visible.line(entry.name() + " is enrolled at " + entry.address()) + "\n");
      console.out().write(Visible.line("Its key is in the store " + store.name() + ".") + "\n");
      console
          .out()
          .write(
              Visible.line(
                      "Copy "
                          + out
                          + " to its host, name it in CODESUTURE_BRIDGE_ENROLMENT, and"
                          + " delete it here.")
                  + "\n");
      return ExitCode.DONE;
    }
  }

  /// The file must not stay behind when the agent could not be added.
  private AgentEntry added(ControlRoom room, Enrolment enrolment, SecretStore store)
      throws IOException, Unfit {
    try {
      return room.book().add(enrolment, store, secrets.replace());
    } catch (IOException | Unfit e) {
      Files.deleteIfExists(out);
      throw e;
    }
  }
}
