package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.suturescope.app.secrets.Secret;
import io.suturescope.app.secrets.SecretStore;
import io.suturescope.app.secrets.SecretStores;
import io.suturescope.app.store.ChainCheck;
import io.suturescope.app.store.CommandEvent;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.AgentName;
import io.suturescope.model.control.AgentReport;
import io.suturescope.model.control.CommandOutcome;
import io.suturescope.model.control.CommandState;
import io.suturescope.model.control.HoldMode;
import io.suturescope.model.control.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The console's lines of the table of threats (control-protocol.md 11), and the faults between
/// sending and knowing.
class ThreatsTest {

  private static final String KEYID = "web-1-op1";
  private static final String PATCH = "p_5f2b8c1d9e0a47361b2c3d4e";
  private static final String ETAG = "749dd624c9d86e38d19f56a2b9e3c909";

  @TempDir Path folder;

  private final Moving clock = new Moving();
  private final byte[] key = new byte[AgentNetwork.SECRET];
  private final AgentNetwork network = new AgentNetwork(clock, Duration.ofSeconds(2));
  private final List<AutoCloseable> open = new ArrayList<>();

  ThreatsTest() {
    new SecureRandom().nextBytes(key);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    network.close();
  }

  /// A clock that only runs while somebody waits.
  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void sleep(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private Secret secret() {
    return Secret.owning(key.clone());
  }

  private RawAgent agent(RawAgent.Script script) throws IOException {
    RawAgent agent = new RawAgent(secret(), KEYID, script);
    open.add(agent);
    return agent;
  }

  private static AgentEntry entry(String host, int port, boolean tls, Optional<String> pem) {
    return new AgentEntry(
        new AgentName("web-1"), host, port, tls, KEYID, "operator", Instant.MAX, pem, "plain");
  }

  private AgentClient client(int port) throws Unfit {
    return network.client(entry("127.0.0.1", port, false, Optional.empty()), secret());
  }

  private CommandJournal journal() {
    CommandJournal journal = CommandJournal.open(folder.resolve("commands.sqlite"), clock);
    open.add(journal);
    return journal;
  }

  private CommandRecord queued(CommandRunner runner, AgentClient client) {
    Order order = new Order.Rollback(PATCH, ETAG, HoldMode.UNTIL_SOURCE_CHANGE);
    return runner.queue(client, RawAgent.INSTANCE, order, "dana", "wrong default");
  }

  private CommandRunner runner(CommandJournal journal) {
    return new CommandRunner(journal, clock, clock::sleep);
  }

  private static String report(String target, String state) {
    String id = target.substring(target.lastIndexOf('/') + 1);
    return "{\"id\":\"%s\",\"kind\":\"rollback\",\"state\":\"%s\"}".formatted(id, state);
  }

  private static String patch(String memory) {
    return ("{\"patch_id\":\"%s\",\"etag\":\"%s\",\"module\":\"m\",\"qualname\":\"f\","
            + "\"memory\":{\"state\":\"%s\",\"functions\":1},\"files\":[]}")
        .formatted(PATCH, ETAG, memory);
  }

  private static List<CommandState> path(CommandJournal journal, String id) {
    return journal.events(id).stream().map(CommandEvent::to).toList();
  }

  @Test
  void unsigned_200_is_unknown() throws Exception {
    RawAgent agent = agent((_, asked, _) -> RawAgent.unsigned(200, report(asked.target(), "done")));
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    CommandOutcome outcome = runner.run(client, command.id(), Duration.ofSeconds(20));
    assertThat(outcome).isInstanceOf(CommandOutcome.Unknown.class);
    assertThat(path(journal, command.id()))
        .containsExactly(CommandState.QUEUED, CommandState.SENT, CommandState.UNKNOWN);
    assertThat(agent.asked("PUT")).hasSize(1);
  }

  @Test
  void foreign_answer_refused() throws Exception {
    byte[] other = new byte[AgentNetwork.SECRET];
    RawAgent agent =
        agent((self, asked, _) ->
            self.signed(
                asked,
                201,
                report(asked.target(), "done"),
                RawAgent.INSTANCE,
                Secret.owning(other)));
    Reply<AgentReport> reply = client(agent.port()).agent();
    assertThat(reply).isEqualTo(new Reply.Stranger<AgentReport>("bad-signature"));
  }

  @Test
  void anotherQuestionsAnswerIsRefused() throws Exception {
    RawAgent agent =
        agent((self, asked, _) ->
            self.signed(
                new RawAgent.Asked("GET", "/v1/holds", asked.fields(), ""),
                200,
                "{\"instance\":\"x\"}"));
    assertThat(client(agent.port()).agent()).isInstanceOf(Reply.Stranger.class);
  }

  @Test
  void other_certificate_refused() throws Exception {
    HeldCertificate ours = certificate();
    HeldCertificate theirs = certificate();
    try (RawAgent agent = tls(theirs)) {
      AgentClient client = client(ours, agent.port());
      assertThat(client.agent().sentence()).contains("TLS");
      assertThat(agent.asked()).isEmpty();
    }
    try (RawAgent agent = tls(ours)) {
      assertThat(client(ours, agent.port()).agent()).isInstanceOf(Reply.Told.class);
    }
  }

  /// A chain that a machine's own roots would trust is worth nothing here.
  @Test
  void system_trusted_certificate_refused() throws Exception {
    HeldCertificate root = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate ours =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").signedBy(root).build();
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").signedBy(root).build();
    try (RawAgent agent = tls(other)) {
      assertThat(client(root, agent.port()).agent().sentence()).contains("TLS");
      assertThat(client(ours, agent.port()).agent().sentence()).contains("TLS");
      assertThat(agent.asked()).isEmpty();
    }
  }

  @Test
  void changedPinNeedsANewEnrolment() {
    HeldCertificate ours = certificate();
    AgentEntry entry = entry("127.0.0.1", 1, true, Optional.of(ours.certificatePem()));
    byte[] kept = Arrays.copyOf(key, 2 * AgentNetwork.SECRET);
    assertThatThrownBy(() -> network.client(entry, Secret.owning(kept))).isInstanceOf(Unfit.class);
  }

  private static HeldCertificate certificate() {
    return new HeldCertificate.Builder()
        .ecdsa256()
        .addSubjectAlternativeName("web-1.agent.invalid")
        .build();
  }

  private RawAgent tls(HeldCertificate certificate) throws IOException {
    ServerSocketFactory sockets =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslContext()
            .getServerSocketFactory();
    return new RawAgent(
        sockets,
        secret(),
        KEYID,
        (self, asked, _) -> self.signed(asked, 200, "{\"instance\":\"x\"}"));
  }

  private AgentClient client(HeldCertificate certificate, int port) throws Unfit {
    byte[] pin = Pinned.pin(certificate.certificate());
    byte[] kept = Arrays.copyOf(key, key.length + pin.length);
    System.arraycopy(pin, 0, kept, key.length, pin.length);
    Optional<String> pem = Optional.of(certificate.certificatePem());
    return network.client(entry("127.0.0.1", port, true, pem), Secret.owning(kept));
  }

  @Test
  void no_plain_http_to_non_loopback() {
    for (String host :
        List.of("192.0.2.1", "example.org", "localhost", "0.0.0.0", "127.0.0.1.nip")) {
      AgentEntry entry = entry(host, 9181, false, Optional.empty());
      assertThatThrownBy(() -> network.client(entry, secret())).isInstanceOf(Unfit.class);
      Enrolment.Wish wish =
          new Enrolment.Wish(
              new AgentName("a"), host, 1, false, true, Duration.ofDays(1), "", false, true);
      assertThatThrownBy(() -> Enrolment.make(wish, Instant.EPOCH)).isInstanceOf(Unfit.class);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void enrolment_refuses_reused_secret() throws Exception {
    SecretStores stores = new SecretStores(folder.resolve("secrets"), Optional::empty);
    SecretStore plain = stores.named("plain").orElseThrow();
    AgentBook book = new AgentBook(folder, stores);
    Enrolment.Made made = Enrolment.make(wish("web-1"), Instant.now());
    book.add(made.enrolment(), plain, false);
    String same =
        new String(made.file().copy(), StandardCharsets.US_ASCII).replace("\"web-1", "\"web-2");
    Enrolment reused = Enrolment.read(same.getBytes(StandardCharsets.US_ASCII), Optional.empty());
    assertThatThrownBy(() -> book.add(reused, plain, false))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("its secret is that of web-1");
    assertThat(book.entries()).hasSize(1);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
        .isEqualTo("rwx------");
  }

  private static Enrolment.Wish wish(String name) {
    return new Enrolment.Wish(
        new AgentName(name), "127.0.0.1", 9181, false, true, Duration.ofDays(365), "", false, true);
  }

  @Test
  void offset_only_from_signed_answer() throws Exception {
    long there = clock.instant().getEpochSecond() + 600;
    String time = ",\"server_time\":" + there;
    String lie = "{\"type\":\"urn:codesuture:problem:expired\",\"status\":401" + time + "}";
    AgentClient lied = client(agent((_, _, _) -> RawAgent.unsigned(401, lie)).port());
    assertThat(lied.agent()).isInstanceOf(Reply.Stranger.class);
    assertThat(lied.offsetSeconds()).isZero();

    RawAgent honest =
        agent((self, asked, number) ->
            number == 1
                ? self.problem(asked, 401, "expired", time)
                : self.signed(asked, 200, "{\"instance\":\"x\"}"));
    AgentClient client = client(honest.port());
    assertThat(client.agent()).isInstanceOf(Reply.Told.class);
    assertThat(client.offsetSeconds()).isEqualTo(600);
    assertThat(honest.asked().getLast().field("signature-input")).contains("created=" + there);

    String twoDays = ",\"server_time\":" + (clock.instant().getEpochSecond() + 2 * 86_400);
    AgentClient far =
        client(agent((self, asked, _) -> self.problem(asked, 401, "expired", twoDays)).port());
    assertThat(far.agent()).isInstanceOf(Reply.Refused.class);
    assertThat(far.offsetSeconds()).isZero();
  }

  @Test
  void timeout_then_query_no_second_command() throws Exception {
    RawAgent agent =
        agent((self, asked, _) -> {
          if (asked.method().equals("PUT")) {
            return new byte[0];
          }
          return asked.target().startsWith("/v1/patches/")
              ? self.signed(asked, 200, patch("original"))
              : self.signed(asked, 200, report(asked.target(), "done"));
        });
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(1)))
        .isInstanceOf(CommandOutcome.Done.class);
    assertThat(agent.asked("PUT")).hasSize(1);
    assertThat(path(journal, command.id()))
        .containsExactly(
            CommandState.QUEUED,
            CommandState.SENT,
            CommandState.UNKNOWN,
            CommandState.ACKNOWLEDGED,
            CommandState.DONE);
  }

  @Test
  void answerCutInItsMiddleIsUnknownAndNeverSentTwice() throws Exception {
    RawAgent agent =
        agent((self, asked, _) -> {
          byte[] whole = self.signed(asked, 201, report(asked.target(), "done"));
          return Arrays.copyOf(whole, whole.length - 5);
        });
    CommandRunner runner = runner(journal());
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofSeconds(30)))
        .isInstanceOf(CommandOutcome.Unknown.class);
    assertThat(agent.asked("PUT")).hasSize(1);
  }

  @Test
  void nobodyThereIsUnknownWithBackOff() throws Exception {
    RawAgent gone = agent((_, _, _) -> new byte[0]);
    gone.close();
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(gone.port());
    CommandRecord command = queued(runner, client);
    Instant before = clock.instant();
    assertThat(runner.run(client, command.id(), Duration.ofSeconds(200)))
        .isInstanceOf(CommandOutcome.Unknown.class);
    // 1 + 2 + 4 + 8 + 16 + 32 + 60; the next would be due at 183.
    assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofSeconds(183));
  }

  @Test
  void resendsOnlyWhatNeverCameAndOnlyTheSameBytes() throws Exception {
    RawAgent agent =
        agent((self, asked, _) ->
            asked.method().equals("PUT")
                ? new byte[0]
                : self.problem(asked, 404, "unknown-command"));
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(10)))
        .isInstanceOf(CommandOutcome.Failed.class);
    List<RawAgent.Asked> sent = agent.asked("PUT");
    assertThat(sent).hasSize(4);
    assertThat(sent.stream().map(RawAgent.Asked::body).distinct()).containsExactly(command.body());
    assertThat(sent.stream().map(RawAgent.Asked::target).distinct()).hasSize(1);
    assertThat(sent.stream().map(RawAgent.Asked::nonce).distinct()).hasSize(4);
  }

  @Test
  void agentThatWasStartedAnewRejects() throws Exception {
    RawAgent agent =
        agent((self, asked, _) ->
            asked.method().equals("PUT")
                ? new byte[0]
                : self.signed(
                    asked,
                    404,
                    "{\"type\":\"urn:codesuture:problem:unknown-command\",\"status\":404}",
                    "0".repeat(32),
                    secret()));
    CommandRunner runner = runner(journal());
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(1)))
        .isEqualTo(new CommandOutcome.Rejected("instance-changed", "instance-changed"));
    assertThat(agent.asked("PUT")).hasSize(1);
  }

  @Test
  void changedPatchIsRejectedAndNotSentAgain() throws Exception {
    RawAgent agent = agent((self, asked, _) -> self.problem(asked, 409, "patch-changed"));
    CommandRunner runner = runner(journal());
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(1)))
        .isInstanceOf(CommandOutcome.Rejected.class);
    assertThat(agent.asked()).hasSize(1);
  }

  @Test
  void doneThatThePatchDoesNotShowIsNotDone() throws Exception {
    RawAgent agent =
        agent((self, asked, _) ->
            asked.target().startsWith("/v1/patches/")
                ? self.signed(asked, 200, patch("patched"))
                : self.signed(asked, 200, report(asked.target(), "done")));
    CommandRunner runner = runner(journal());
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(1)))
        .isInstanceOf(CommandOutcome.Unproven.class);
  }

  @Test
  void tooBusyIsTriedAgainWithTheSameCommand() throws Exception {
    RawAgent agent =
        agent((self, asked, number) -> {
          if (number == 1) {
            return self.problem(asked, 429, "rate-limited");
          }
          return asked.target().startsWith("/v1/patches/")
              ? self.problem(asked, 404, "unknown-patch")
              : self.signed(asked, 200, report(asked.target(), "done"));
        });
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    assertThat(runner.run(client, command.id(), Duration.ofMinutes(1)))
        .isInstanceOf(CommandOutcome.Done.class);
    assertThat(agent.asked("PUT").stream().map(RawAgent.Asked::target).distinct()).hasSize(1);
    assertThat(journal.find(command.id()).orElseThrow().attempts()).isEqualTo(2);
  }

  @Test
  void secret_never_in_log_db_or_crash_report() throws Exception {
    RawAgent agent =
        agent((self, asked, _) -> self.signed(asked, 200, report(asked.target(), "done")));
    CommandJournal journal = journal();
    CommandRunner runner = runner(journal);
    AgentClient client = client(agent.port());
    CommandRecord command = queued(runner, client);
    runner.run(client, command.id(), Duration.ofSeconds(5));
    String signature = agent.asked("PUT").getFirst().field("signature");
    assertThat(journal.check()).isInstanceOf(ChainCheck.Whole.class);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        assertThat(text)
            .doesNotContain(Base64.getUrlEncoder().encodeToString(key).substring(0, 42));
        assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(key).substring(0, 42));
        assertThat(text).doesNotContain(signature.substring(4, 40));
      }
    }
    assertThat(secret()).hasToString("secret");
    assertThat(client.toString() + command).doesNotContain(Arrays.toString(key));
  }
}
