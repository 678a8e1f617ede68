package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.secrets.Secret;
import io.suturescope.model.control.AgentName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Events over a real socket (control-protocol.md 10).
class EventStreamTest {

  private static final String FIRST = RawAgent.INSTANCE + "-18";
  private static final String EVENTS =
      ": hb\nevent: hello\ndata: {\"resumed\":false}\n\n"
          + ("id: " + FIRST + "\nevent: incident\ndata: {\"a\":\ndata: 1}\n\n")
          + "id: torn\nevent: alert\ndata: {}";

  /// Writes down what it is told, and ends the stream after some losses.
  private static final class Heard implements EventStream.Listener {
    private final List<String> told = new ArrayList<>();
    private final int losses;
    private EventStream stream;
    private int lost;

    Heard(int losses) {
      this.losses = losses;
    }

    @Override
    public void connected() {
      told.add("connected");
    }

    @Override
    public void event(Optional<String> id, String kind, String json) {
      told.add(id.orElse("-") + " " + kind + " " + json);
    }

    @Override
    public void lost(String reason, Duration wait) {
      lost++;
      if (lost == losses) {
        stream.close();
      }
    }
  }

  private static Heard follow(RawAgent agent, byte[] key, int losses) throws Exception {
    AgentEntry entry =
        new AgentEntry(
            new AgentName("web-1"),
            "127.0.0.1",
            agent.port(),
            false,
            "k",
            "observer",
            Instant.MAX,
            Optional.empty(),
            "plain");
    Heard heard = new Heard(losses);
    try (AgentNetwork network = new AgentNetwork(Clock.systemUTC(), Duration.ofSeconds(5))) {
      AgentClient client = network.client(entry, Secret.owning(key));
      heard.stream = new EventStream(client, Optional.empty(), heard, _ -> {});
      heard.stream.follow();
    }
    return heard;
  }

  @Test
  void goesOnBehindTheLastWholeEventAfterABreak() throws Exception {
    byte[] key = new byte[AgentNetwork.SECRET];
    try (RawAgent agent =
        new RawAgent(
            Secret.owning(key.clone()),
            "k",
            (self, asked, number) -> self.stream(asked, number == 1 ? EVENTS : ""))) {
      Heard heard = follow(agent, key.clone(), 2);
      assertThat(heard.told)
          .containsExactly(
              "connected",
              "- hello {\"resumed\":false}",
              FIRST + " incident {\"a\":\n1}",
              "connected");
      assertThat(agent.asked().get(0).target()).isEqualTo("/v1/events");
      assertThat(agent.asked().get(1).target()).isEqualTo("/v1/events?after=" + FIRST);
    }
  }

  @Test
  void eventsOfAStrangerAreNotHeard() throws Exception {
    byte[] key = new byte[AgentNetwork.SECRET];
    String stranger =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + EVENTS;
    try (RawAgent agent =
        new RawAgent(
            Secret.owning(key.clone()),
            "k",
            (_, _, _) -> stranger.getBytes(StandardCharsets.UTF_8))) {
      assertThat(follow(agent, key.clone(), 1).told).isEmpty();
    }
  }
}
