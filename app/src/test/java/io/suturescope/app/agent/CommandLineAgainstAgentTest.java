package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.cli.CommandLineProgram;
import io.suturescope.app.cli.Desktop;
import io.suturescope.app.cli.ExitCode;
import io.suturescope.app.cli.Surroundings;
import io.suturescope.app.secrets.Secret;
import io.suturescope.app.secrets.SecretStores;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.CommandKind;
import io.suturescope.model.control.CommandState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command line against an agent that says what a test wants.
@DisabledOnOs(OS.WINDOWS)
class CommandLineAgainstAgentTest {

  private static final String PATCH = "p_5f2b8c1d9e0a47361b2c3d4e";
  private static final String ETAG = "749dd624c9d86e38d19f56a2b9e3c909";
  private static final String HOSTILE = "evil\\u001b[2J\\u202e<b>\\r\\n" + "x".repeat(20_000);

  @TempDir Path home;

  private record Ran(int code, String out, String err) {}

  /// A desktop that is never opened.
  private static final class None implements Desktop {
    @Override
    public int open(Path workspace, Clock clock, List<Path> paths) {
      throw new AssertionError("no window");
    }

    @Override
    public int pictures(Path out, Path workspace, Clock clock) {
      throw new AssertionError("no pictures");
    }
  }

  private Path data() {
    return home.resolve("data/suturescope");
  }

  private Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("XDG_DATA_HOME", home.resolve("data").toString());
    Surroundings surroundings =
        new Surroundings(environment, "Linux", home, out, err, false, false);
    int code = new CommandLineProgram(new None(), "9.8.7").run(args, surroundings);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Enrols the agent in the console's book, at the port that it has.
  private RawAgent enrolled(RawAgent.Script script) throws Exception {
    Enrolment.Wish wish =
        new Enrolment.Wish(
            new AgentName("web-1"),
            "127.0.0.1",
            1,
            false,
            true,
            Duration.ofDays(99),
            "",
            false,
            true);
    Enrolment made = Enrolment.make(wish, Instant.now()).enrolment();
    RawAgent agent = new RawAgent(Secret.owning(made.kept().copy()), made.entry().keyid(), script);
    SecretStores stores = new SecretStores(data().resolve("secrets"), Optional::empty);
    Files.createDirectories(data());
    new AgentBook(data(), stores)
        .add(
            new Enrolment(made.entry().at("127.0.0.1", agent.port()), made.kept()),
            stores.named("plain").orElseThrow(),
            false);
    return agent;
  }

  private static String patch(String name) {
    return ("{\"patch_id\":\"%s\",\"etag\":\"%s\",\"module\":\"%s\",\"qualname\":\"f\",\"memory\":"
            + "{\"state\":\"patched\"},\"files\":[]}")
        .formatted(PATCH, ETAG, name);
  }

  private static byte[] told(RawAgent self, RawAgent.Asked asked, String module) {
    return switch (asked.target()) {
      case "/v1/agent" ->
          self.signed(
              asked,
              200,
              "{\"agent_id\":\"web-1\",\"instance\":\"i\",\"key\":{\"role\":\"operator\"},"
                  + "\"capabilities\":[\"rollback\",\"hold\"],\"process\":{\"script\":\""
                  + module
                  + "\"}}");
      case "/v1/patches" ->
          self.signed(asked, 200, "{\"patches\":[" + patch(module) + "],\"next\":null}");
      case "/v1/preview" ->
          self.signed(
              asked,
              200,
              "{\"would\":[{\"step\":\"memory\",\"functions\":1,\"at\":\""
                  + module
                  + "\"}],\"patch\":"
                  + patch(module)
                  + ",\"warnings\":[\""
                  + module
                  + "\"]}");
      default -> self.problem(asked, 404, "unknown-patch");
    };
  }

  private static byte[] telling(
      RawAgent self, RawAgent.Asked asked, String patches, String incidents, String verdicts) {
    String path = asked.target().replaceAll("\\?.*", "");
    return switch (path) {
      case "/v1/patches" -> self.signed(asked, 200, "{\"patches\":[" + patches + "]}");
      case "/v1/incidents" -> self.signed(asked, 200, "{\"incidents\":[" + incidents + "]}");
      case "/v1/verdicts" -> self.signed(asked, 200, "{\"verdicts\":[" + verdicts + "]}");
      default -> told(self, asked, "m");
    };
  }

  @Test
  void what_a_hostile_agent_tells_is_kept_or_refused_and_does_no_harm() throws Exception {
    String odd = "od\\u001b[2Jd\\u202e<b>\\r\\n\\u0000";
    String incident =
        "{\"incident_id\":\"0123456789ab\",\"timestamp\":\"2026-11-20T12:00:00+00:00\","
            + "\"module\":\"%s\",\"function\":\"%s\",\"ttl_days\":1e2147483647}"
                .formatted(odd, odd);
    String verdict =
        "{\"qualname\":\"%s\",\"verdict\":\"patch_divergent\",\"at\":\"never\",\"counts\":{\"patch_divergent\":-1e999}},"
                .formatted(odd)
            + "{\"qualname\":\"f\",\"verdict\":\"of another kind\"}";
    try (RawAgent agent =
        enrolled((self, asked, _) ->
            telling(
                self,
                asked,
                patch(odd) + "," + patch(HOSTILE) + ",{\"patch_id\":\"../../etc\"}",
                incident + ",7,{},{\"incident_id\":{\"a\":[1e2147483647,null]}}",
                verdict))) {
      Ran pulled = run("agents", "pull");
      assertThat(pulled.code()).as(pulled.err()).isEqualTo(ExitCode.ATTENTION);
      assertThat(pulled.out()).contains("2 patches", "1 verdicts");
      assertThat(pulled.err()).contains("its names are longer");
      for (String[] listing :
          List.of(
              new String[] {"patches"},
              new String[] {"incidents"},
              new String[] {"patches", "--json"},
              new String[] {"patches", "effective:live", "agent:web-1"},
              new String[] {"incidents", "agent:web-1", "--json"})) {
        Ran ran = run(listing);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isNotEmpty();
        assertThat(ran.out() + ran.err()).doesNotContain("\u001b", "\u202e", "\u0000");
      }
      assertThat(agent.asked()).allMatch(each -> each.method().equals("GET"));
    }
  }

  @Test
  void an_agent_that_fails_half_way_changes_nothing() throws Exception {
    boolean[] broken = new boolean[1];
    try (RawAgent agent =
        enrolled((self, asked, _) ->
            broken[0] && asked.target().startsWith("/v1/verdicts")
                ? RawAgent.unsigned(200, "{\"verdicts\":[]}")
                : telling(self, asked, broken[0] ? "" : patch("m"), "", ""))) {
      assertThat(run("agents", "pull").code()).isZero();
      broken[0] = true;
      Ran pulled = run("agents", "pull");
      assertThat(pulled.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(pulled.err()).contains("not the agent", "nothing of it was changed");
      assertThat(run("patches", "effective:live", "--json").out()).contains("\"m\"");
      broken[0] = false;
      assertThat(agent.port()).isPositive();
    }
  }

  @Test
  void rollback_needs_preview_and_reason() throws Exception {
    try (RawAgent agent = enrolled((self, asked, _) -> told(self, asked, "m"))) {
      Ran without = run("rollback", "m:f");
      assertThat(without.code()).isEqualTo(ExitCode.USAGE);
      assertThat(without.err()).contains("--reason");
      assertThat(run("rollback", "m:f", "--reason", "").code()).isEqualTo(ExitCode.USAGE);
      assertThat(run("rollback", "m:f", "--reason", "x".repeat(501)).code())
          .isEqualTo(ExitCode.USAGE);
      assertThat(agent.asked()).isEmpty();

      Ran refused = run("rollback", "m:f", "--reason", "why");
      assertThat(refused.code()).isEqualTo(ExitCode.ATTENTION);
      List<String> order =
          agent.asked().stream()
              .map(each -> each.method() + each.target().substring(0, 8))
              .toList();
      assertThat(order).containsSubsequence("POST/v1/prev", "PUT/v1/comm");
      assertThat(agent.asked("PUT").getFirst().body())
          .isEqualTo(agent.asked("POST").getFirst().body());
      assertThat(agent.asked("PUT").getFirst().body()).contains("\"etag\":\"" + ETAG + "\"");
      assertThat(refused.out()).contains("rollback m:f on web-1 will:", "memory: functions 1");
    }
  }

  @Test
  void refusedPreviewSendsNothing() throws Exception {
    try (RawAgent agent =
        enrolled((self, asked, _) ->
            asked.method().equals("POST")
                ? self.problem(asked, 409, "file-mismatch")
                : told(self, asked, "m"))) {
      Ran ran = run("rollback", "m:f", "--reason", "why");
      assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(ran.err()).contains("file-mismatch", "Nothing was sent");
      assertThat(agent.asked("PUT")).isEmpty();
    }
  }

  @Test
  void hostile_names_and_messages_rendered_inert() throws Exception {
    try (RawAgent agent = enrolled((self, asked, _) -> told(self, asked, HOSTILE))) {
      for (Ran ran :
          List.of(
              run("agents"),
              run("agents", "--json"),
              run("rollback", PATCH, "--dry-run"),
              run("rollback", PATCH, "--dry-run", "--json"))) {
        assertThat(ran.out()).contains("evil");
        assertThat((ran.out() + ran.err()).chars().filter(c -> c < 0x20 && c != '\n')).isEmpty();
        assertThat(ran.out() + ran.err()).doesNotContain("\u202e");
      }
      assertThat(agent.asked()).isNotEmpty();
    }
  }

  @Test
  void twoHundredAgentsThatAreAwayCostTwoSecondsTogether() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<RawAgent> slow = new ArrayList<>();
    try (RawAgent agent =
        enrolled((_, _, _) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return new byte[0];
        })) {
      slow.add(agent);
      copies(199);
      Ran ran = run("agents", "--json");
      assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(ran.out().lines())
          .hasSize(200)
          .allMatch(line -> line.contains("\"state\":\"unreachable\""));
      // All were asked at the same time: no request waited for another one's end.
      assertThat(agent.asked()).hasSize(200);
    } finally {
      never.countDown();
    }
    assertThat(slow).hasSize(1);
  }

  /// The same address under more names, each with the same key: enough for being asked.
  private void copies(int count) throws IOException {
    Path book = data().resolve("agents.json");
    String text = Files.readString(book);
    int from = text.indexOf("{", text.indexOf("["));
    int to = text.indexOf("}", from) + 1;
    String one = text.substring(from, to);
    Path key;
    try (var files = Files.list(data().resolve("secrets"))) {
      key = files.findFirst().orElseThrow();
    }
    StringBuilder all = new StringBuilder(one);
    for (int i = 0; i < count; i++) {
      String name = "copy-" + i;
      all.append(", ").append(one.replace("\"agent\": \"web-1\"", "\"agent\": \"" + name + "\""));
      Files.copy(
          key, key.resolveSibling(key.getFileName().toString().replace("web-1@", name + "@")));
    }
    Files.writeString(book, text.substring(0, from) + all + text.substring(to));
  }

  @Test
  void console_killed_after_send_becomes_unknown() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (RawAgent agent =
        enrolled((self, asked, _) -> {
          if (asked.method().equals("PUT")) {
            arrived.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
          return asked.target().startsWith("/v1/commands/")
              ? RawAgent.unsigned(200, "{\"state\":\"done\"}")
              : told(self, asked, "m");
        })) {
      Process console = console("rollback", "m:f", "--reason", "why");
      arrived.await();
      console.destroyForcibly().waitFor();
      try (CommandJournal journal =
          CommandJournal.open(data().resolve("commands.sqlite"), Clock.systemUTC())) {
        assertThat(journal.all()).hasSize(1);
        assertThat(journal.all().getFirst().state()).isEqualTo(CommandState.SENT);
      }
      Ran commands = run("commands");
      assertThat(commands.code()).isEqualTo(ExitCode.ATTENTION);
      assertThat(commands.out()).contains("outcome not known");
      try (CommandJournal journal =
          CommandJournal.open(data().resolve("commands.sqlite"), Clock.systemUTC())) {
        CommandRecord command = journal.all().getFirst();
        assertThat(command.state()).isEqualTo(CommandState.UNKNOWN);
        assertThat(command.body()).isEqualTo(agent.asked("PUT").getFirst().body());
      }
      assertThat(agent.asked("PUT")).hasSize(1);
    } finally {
      never.countDown();
    }
  }

  /// The log of the journal is as large as a file may be for the child: a full disk.
  @Test
  void fullDiskAtTheJournalSendsNothing() throws Exception {
    try (RawAgent agent = enrolled((self, asked, _) -> told(self, asked, "m"));
        CommandJournal full =
            CommandJournal.open(data().resolve("commands.sqlite"), Clock.systemUTC())) {
      for (int i = 0; i < 100; i++) {
        full.add(
            new CommandJournal.Draft(
                new UUID(0, i).toString(),
                new AgentName("web-9"),
                "i",
                CommandKind.ROLLBACK,
                "x".repeat(1 << 15),
                PATCH,
                "dana",
                "why"));
      }
      Process console =
          console(
              List.of("bash", "-c", "trap '' XFSZ; ulimit -f 3072; exec \"$@\"", "-"),
              "rollback",
              "m:f",
              "--reason",
              "why");
      assertThat(console.waitFor()).isEqualTo(ExitCode.WORKSPACE);
      assertThat(home.resolve("e")).content().contains("command journal", "nothing was written");
      assertThat(agent.asked("POST")).hasSize(1);
      assertThat(agent.asked("PUT")).isEmpty();
      assertThat(full.all()).hasSize(100);
    }
  }

  private Process console(String... args) throws IOException {
    return console(List.of(), args);
  }

  private Process console(List<String> around, String... args) throws IOException {
    List<String> command = new ArrayList<>(around);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.suturescope.app.cli.ChildMain"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(home.resolve("o").toFile())
            .redirectError(home.resolve("e").toFile());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    return builder.start();
  }
}
