package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import io.suturescope.model.control.AgentReport;
import io.suturescope.model.control.CommandReport;
import io.suturescope.model.control.HoldReport;
import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.Preview;
import io.suturescope.model.verdict.Verdict;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/// Speaks with one agent. Every question is signed anew, and only an answer that is signed for that
/// very question counts (control-protocol.md 6).
///
/// Safe for several threads.
public final class AgentClient {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final long LARGEST_BODY = 1 << 20;
  private static final int NONCE_BYTES = 18;
  private static final long MOST_OFFSET = Duration.ofHours(24).toSeconds();
  private static final int MOST_PAGES = 200;

  /// Characters of incidents that are taken in at a time.
  private static final long MOST_TEXT = 32L << 20;

  private final AgentEntry entry;
  private final RequestSigner signer;
  private final Secret secret;
  private final OkHttpClient http;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong offset = new AtomicLong();

  AgentClient(AgentEntry entry, Secret secret, OkHttpClient http, Clock clock) {
    this.entry = entry;
    this.secret = secret;
    this.signer = new RequestSigner(entry.keyid(), secret);
    this.http = http;
    this.clock = clock;
  }

  public AgentEntry entry() {
    return entry;
  }

  /// Seconds that the agent's clock is ahead of ours, as the agent has signed it; 0 until it had
  /// to.
  public long offsetSeconds() {
    return offset.get();
  }

  /// A question as it leaves, with what its answer must fit.
  ///
  /// @param nonce of this attempt
  record Sent(RequestHead head, String nonce, Request request) {}

  /// An answer that is the agent's.
  ///
  /// @param text its body
  record Answer(int status, Fields fields, String text, Optional<WireObject> object) {}

  public Reply<AgentReport> agent() {
    return get("/v1/agent", Reports::agent);
  }

  /// The same within a limit, and without waiting for it here.
  public CompletableFuture<Reply<AgentReport>> agentWithin(Duration limit) {
    CompletableFuture<Reply<AgentReport>> reply = new CompletableFuture<>();
    Sent sent = sign("GET", "/v1/agent", Optional.empty(), new byte[0]);
    Call call = http.newBuilder().callTimeout(limit).build().newCall(sent.request());
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            reply.complete(new Reply.NoAnswer<>(reason(e)));
          }

          @Override
          public void onResponse(Call answered, Response response) {
            reply.complete(understood(judged(sent, response), Reports::agent));
          }
        });
    return reply.thenApply(first -> corrected(first) ? agent() : first);
  }

  /// All patches that the agent knows, in its order.
  public Reply<List<PatchReport>> patches() {
    return paged("/v1/patches", "patches")
        .map(list -> list.stream().flatMap(each -> Reports.patch(each).stream()).toList());
  }

  public Reply<PatchReport> patch(String patchId) {
    return get("/v1/patches/" + patchId, Reports::patch);
  }

  /// Incidents as the agent keeps them.
  ///
  /// @param lines each a record as one line of JSON, in the agent's order
  /// @param more true when there were too many for one time
  public record Incidents(List<String> lines, boolean more) {}

  /// Incidents from a moment on, oldest day first; those without a usable time come always.
  ///
  /// @param since whole seconds of it; all of them when empty
  public Reply<Incidents> incidents(Optional<Instant> since) {
    String path =
        "/v1/incidents?limit=500"
            + since.map(at -> "&since=" + at.truncatedTo(ChronoUnit.SECONDS)).orElse("");
    List<String> lines = new ArrayList<>();
    long size = 0;
    String target = path;
    for (int page = 0; page < MOST_PAGES && size < MOST_TEXT; page++) {
      Reply<WireObject> reply = get(target, Optional::of);
      if (!(reply instanceof Reply.Told<WireObject>(WireObject object, String instance))) {
        return reply.map(_ -> new Incidents(lines, false));
      }
      for (WireObject record : object.objects("incidents")) {
        String line = RecordText.of(record);
        size += line.length();
        lines.add(line);
      }
      Optional<String> next = next(object);
      if (next.isEmpty()) {
        return new Reply.Told<>(new Incidents(lines, false), instance);
      }
      if (page + 1 == MOST_PAGES || size >= MOST_TEXT) {
        return new Reply.Told<>(new Incidents(lines, true), instance);
      }
      target = path + "&cursor=" + next.get();
    }
    return new Reply.NoAnswer<>("its list has no end");
  }

  /// The last shadow verdict of each function.
  public Reply<List<Verdict>> verdicts() {
    return paged("/v1/verdicts", "verdicts")
        .map(list -> list.stream().flatMap(each -> Reports.verdict(each).stream()).toList());
  }

  /// Ids of the incidents whose alerts are open.
  public Reply<List<String>> openAlerts() {
    return paged("/v1/alerts", "alerts")
        .map(list -> list.stream().map(each -> each.said("incident_id")).toList());
  }

  /// What a command would do; nothing is changed.
  public Reply<Preview> preview(String body) {
    return understood(exchange("POST", "/v1/preview", Optional.empty(), body), Reports::preview);
  }

  /// Sends a command once.
  ///
  /// @param body sent as it is
  Reply<Stated> send(String id, String instance, String body) {
    return understood(
        exchange("PUT", "/v1/commands/" + id, Optional.of(instance), body), Stated::of);
  }

  /// The state of a command.
  Reply<Stated> command(String id) {
    return get("/v1/commands/" + id, Stated::of);
  }

  /// A report with the text that it was read from.
  record Stated(CommandReport report, String json) {

    static Optional<Stated> of(WireObject object, String text) {
      return Reports.command(object).map(report -> new Stated(report, text));
    }
  }

  /// Holds as the agent lists them, as texts for people.
  public Reply<List<HoldReport>> holds() {
    return paged("/v1/holds", "holds").map(list -> list.stream().map(Reports::hold).toList());
  }

  private interface Understanding<T> {
    Optional<T> of(WireObject object, String text);
  }

  private <T> Reply<T> get(String target, Function<WireObject, Optional<T>> reading) {
    return get(target, (object, _) -> reading.apply(object));
  }

  private <T> Reply<T> get(String target, Understanding<T> reading) {
    return understood(exchange("GET", target, Optional.empty(), ""), reading);
  }

  private Reply<List<WireObject>> paged(String path, String member) {
    List<WireObject> all = new ArrayList<>();
    String target = path;
    for (int page = 0; page < MOST_PAGES; page++) {
      Reply<WireObject> reply = get(target, Optional::of);
      if (!(reply instanceof Reply.Told<WireObject>(WireObject object, String instance))) {
        return reply.map(_ -> all);
      }
      all.addAll(object.objects(member));
      Optional<String> next = next(object);
      if (next.isEmpty()) {
        return new Reply.Told<>(all, instance);
      }
      target = path + "?cursor=" + next.get();
    }
    return new Reply.NoAnswer<>("its list has no end");
  }

  private static Optional<String> next(WireObject page) {
    return page.text("next")
        .or(() -> page.text("next_cursor"))
        .filter(cursor -> cursor.matches("[A-Za-z0-9._~:+-]{1,200}"));
  }

  private static <T> Reply<T> understood(
      Reply<Answer> reply, Function<WireObject, Optional<T>> reading) {
    return understood(reply, (object, _) -> reading.apply(object));
  }

  private static <T> Reply<T> understood(Reply<Answer> reply, Understanding<T> reading) {
    if (!(reply instanceof Reply.Told<Answer>(Answer answer, String instance))) {
      return reply.map(_ -> {
        throw new IllegalStateException("told after all");
      });
    }
    Optional<WireObject> object = answer.object();
    if (object.isEmpty()) {
      return new Reply.NoAnswer<>("the answer is not JSON");
    }
    if (answer.status() >= 300) {
      Problem problem = Problem.of(answer.status(), answer.fields(), object.get());
      return new Reply.Refused<>(problem, instance);
    }
    return reading
        .of(object.get(), answer.text())
        .<Reply<T>>map(value -> new Reply.Told<>(value, instance))
        .orElse(new Reply.NoAnswer<>("the answer lacks what it must have"));
  }

  /// One exchange; once more when the agent has signed that only the clock or the nonce was wrong.
  private Reply<Answer> exchange(
      String method, String target, Optional<String> instance, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Reply<Answer> first = attempt(sign(method, target, instance, bytes));
    Reply<WireObject> read = understood(first, Optional::of);
    boolean nonce =
        read instanceof Reply.Refused<WireObject>(Problem problem, String _)
            && problem.type().equals("replayed-nonce");
    return nonce || corrected(read) ? attempt(sign(method, target, instance, bytes)) : first;
  }

  /// Takes the agent's clock over when it has signed that ours was the reason: never from an
  /// unsigned answer, and never by more than a day.
  private boolean corrected(Reply<?> reply) {
    if (reply instanceof Reply.Refused<?>(Problem problem, String _)
        && problem.aboutTheClock()
        && problem.serverTime().isPresent()) {
      long wanted = problem.serverTime().getAsLong() - clock.instant().getEpochSecond();
      if (Math.abs(wanted) <= MOST_OFFSET) {
        offset.set(wanted);
        return true;
      }
    }
    return false;
  }

  /// Builds and signs one attempt.
  Sent sign(String method, String target, Optional<String> instance, byte[] body) {
    RequestHead head = new RequestHead(method, target, entry.name().authority());
    byte[] fresh = new byte[NONCE_BYTES];
    random.nextBytes(fresh);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    long created = clock.instant().getEpochSecond() + offset.get();
    Request.Builder request =
        new Request.Builder()
            .url(entry.address() + target)
            .header("Connection", "close")
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "suturescope");
    for (Fields.Field field : signer.sign(head, instance, body, created, nonce).all()) {
      request.header(field.name(), field.value());
    }
    request.method(method, head.hasBody() ? RequestBody.create(body, JSON) : null);
    return new Sent(head, nonce, request.build());
  }

  private Reply<Answer> attempt(Sent sent) {
    try (Response response = http.newCall(sent.request()).execute()) {
      return judged(sent, response);
    } catch (IOException e) {
      return new Reply.NoAnswer<>(reason(e));
    }
  }

  private Reply<Answer> judged(Sent sent, Response response) {
    try (response) {
      BufferedSource source = response.body().source();
      if (source.request(LARGEST_BODY + 1)) {
        return new Reply.NoAnswer<>("the answer is larger than 1 MiB");
      }
      return verified(sent, response, source.readByteArray());
    } catch (IOException e) {
      return new Reply.NoAnswer<>(reason(e));
    }
  }

  /// @param body empty for the head of an event stream
  Reply<Answer> verified(Sent sent, Response response, byte[] body) {
    List<Fields.Field> list = new ArrayList<>();
    response
        .headers()
        .forEach(pair -> list.add(new Fields.Field(pair.getFirst(), pair.getSecond())));
    Fields fields = new Fields(list);
    Optional<String> reason =
        new ResponseVerifier(sent.head(), sent.nonce(), entry.keyid(), secret)
            .reason(response.code(), fields, body);
    if (reason.isPresent()) {
      return new Reply.Stranger<>(reason.get());
    }
    String instance = fields.value("cs-instance").orElseThrow();
    String text = new String(body, StandardCharsets.UTF_8);
    Answer answer = new Answer(response.code(), fields, text, WireObject.parse(body));
    return new Reply.Told<>(answer, instance);
  }

  /// What an answer says that should have been something else.
  Reply<WireObject> judge(Sent sent, Response response) {
    return understood(judged(sent, response), Optional::of);
  }

  /// A command as its agent reports it, whoever gave it.
  public Reply<CommandReport> commandReport(String id) {
    return command(id).map(Stated::report);
  }

  OkHttpClient http() {
    return http;
  }

  static String reason(IOException e) {
    return switch (e) {
      case ConnectException _ -> "nothing listens there";
      case UnknownHostException _ -> "its host is not known";
      case SSLException tls -> "TLS: " + tls.getMessage();
      case InterruptedIOException _ -> "it took too long";
      default -> "the connection broke";
    };
  }
}
