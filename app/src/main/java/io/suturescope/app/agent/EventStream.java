package io.suturescope.app.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSource;

/// Follows what an agent tells of itself, and takes it up again after a break (control-protocol.md
/// 10). Events are hints: nothing may be shown as done because of one.
///
/// Of one thread, except {@link #close}.
public final class EventStream implements AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(45);
  private static final int MOST_BACK_OFF = 30;
  private static final long LONGEST_LINE = 64 << 10;

  /// Told of what comes.
  public interface Listener {

    /// The agent has proved who it is, and events follow.
    void connected();

    /// @param id to go on behind, once this event is stored; empty for `hello`
    /// @param kind such as `incident`
    /// @param json its data
    void event(Optional<String> id, String kind, String json);

    /// The connection is gone, or there was none; it is tried again after the wait.
    void lost(String reason, Duration wait);
  }

  private final AgentClient agent;
  private final OkHttpClient http;
  private final Listener listener;
  private final Pause pause;
  private Optional<String> last;
  private volatile boolean closed;
  private volatile Optional<Call> current = Optional.empty();

  /// @param after id of the last event that was stored
  public EventStream(AgentClient agent, Optional<String> after, Listener listener, Pause pause) {
    this.agent = agent;
    this.http = agent.http().newBuilder().callTimeout(Duration.ZERO).readTimeout(SILENCE).build();
    this.last = after;
    this.listener = listener;
    this.pause = pause;
  }

  /// Follows until it is closed.
  public void follow() throws InterruptedException {
    int failures = 0;
    while (!closed) {
      Optional<String> before = last;
      String reason = once();
      if (closed) {
        return;
      }
      failures = last.equals(before) ? failures + 1 : 0;
      Duration wait = wait(failures);
      listener.lost(reason, wait);
      pause.sleep(wait);
    }
  }

  /// 1 to 30 seconds, and not the same for all consoles of an agent that comes back.
  private static Duration wait(int failures) {
    long most = Math.min(MOST_BACK_OFF, 1L << Math.min(failures, 5)) * 1_000;
    return Duration.ofMillis(
        Math.max(1_000, ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
  }

  /// @return why it ended
  private String once() {
    String target = "/v1/events" + last.map(id -> "?after=" + id).orElse("");
    AgentClient.Sent sent = agent.sign("GET", target, Optional.empty(), new byte[0]);
    Call call =
        http.newCall(sent.request().newBuilder().header("Accept", "text/event-stream").build());
    current = Optional.of(call);
    try (Response response = call.execute()) {
      boolean stream = "text/event-stream".equals(response.header("Content-Type"));
      if (!stream) {
        return agent.judge(sent, response).sentence();
      }
      Reply<AgentClient.Answer> head = agent.verified(sent, response, new byte[0]);
      if (!(head instanceof Reply.Told<AgentClient.Answer>)) {
        return head.sentence();
      }
      listener.connected();
      read(response.body().source());
      return "the agent has ended it";
    } catch (IOException e) {
      return AgentClient.reason(e);
    }
  }

  private void read(BufferedSource source) throws IOException {
    StringBuilder data = new StringBuilder();
    String kind = "message";
    Optional<String> id = Optional.empty();
    while (!closed && !source.exhausted()) {
      String line = source.readUtf8LineStrict(LONGEST_LINE);
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : line.substring(colon + 1);
      value = value.startsWith(" ") ? value.substring(1) : value;
      switch (colon < 0 ? line : line.substring(0, colon)) {
        case "data" -> {
          if (data.length() + value.length() > LONGEST_LINE) {
            throw new IOException("an event is too large");
          }
          data.append(data.isEmpty() ? "" : "\n").append(value);
        }
        case "event" -> kind = value;
        case "id" ->
            id = Optional.of(value).filter(text -> text.matches("[0-9a-f]{32}-[0-9]{1,18}"));
        case "" -> {
          if (line.isEmpty() && !data.isEmpty()) {
            listener.event(id, kind, data.toString());
            last = id.or(() -> last);
          }
          if (line.isEmpty()) {
            data.setLength(0);
            kind = "message";
            id = Optional.empty();
          }
        }
        default -> {}
      }
    }
  }

  /// Ends {@link #follow} from any thread.
  @Override
  public void close() {
    closed = true;
    current.ifPresent(Call::cancel);
  }
}
