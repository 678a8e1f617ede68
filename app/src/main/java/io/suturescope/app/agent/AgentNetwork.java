package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// The one HTTP client behind all agents, with the profile of control-protocol.md 4: nothing is
/// sent again by itself, nothing is followed, nothing goes through a proxy or is remembered.
public final class AgentNetwork implements AutoCloseable {

  /// Bytes of the shared secret; a pin of as many follows where there is TLS.
  static final int SECRET = 32;

  /// More than the 200 agents of a large site, which may all be at one host behind tunnels.
  private static final int MOST_CALLS = 256;

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final OkHttpClient plain;
  private final Clock clock;
  private final List<Secret> open = new ArrayList<>();

  /// @param clock of the signatures: the real one, whatever a command takes for now
  /// @param patience for one whole exchange
  public AgentNetwork(Clock clock, Duration patience) {
    this.clock = clock;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MOST_CALLS);
    dispatcher.setMaxRequestsPerHost(MOST_CALLS);
    this.plain =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .connectTimeout(CONNECT)
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience)
            .addNetworkInterceptor(new NeverAtOnce())
            .build();
  }

  /// A client for one agent.
  ///
  /// @param kept what the secret store has for it: the secret, behind it the pin; taken over
  /// @throws Unfit when it may not be spoken with as the entry says
  public AgentClient client(AgentEntry entry, Secret kept) throws Unfit {
    open.add(kept);
    if (kept.length() != (entry.tls() ? 2 * SECRET : SECRET)) {
      throw new Unfit("its key is not as it was enrolled; enrol it again");
    }
    Secret secret = kept.slice(0, SECRET);
    open.add(secret);
    return new AgentClient(
        entry, secret, entry.tls() ? pinned(entry, kept) : loopback(entry), clock);
  }

  private OkHttpClient loopback(AgentEntry entry) throws Unfit {
    if (!AgentEntry.loopback(entry.host())) {
      throw Unfit.plainHttp();
    }
    return plain;
  }

  private OkHttpClient pinned(AgentEntry entry, Secret kept) throws Unfit {
    X509Certificate certificate =
        entry
            .certificate()
            .flatMap(Pinned::certificate)
            .orElseThrow(() -> new Unfit("its certificate is missing; enrol it again"));
    byte[] all = kept.copy();
    byte[] pin = Arrays.copyOfRange(all, SECRET, all.length);
    Arrays.fill(all, (byte) 0);
    if (!Arrays.equals(pin, Pinned.pin(certificate))) {
      throw new Unfit("its certificate is not the one that was enrolled; enrol it again");
    }
    Pinned trust = new Pinned(certificate, pin);
    return plain
        .newBuilder()
        .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS))
        .sslSocketFactory(trust.sockets(), trust)
        .hostnameVerifier(trust::isPeer)
        .build();
  }

  /// Clears every secret; no client of this network works afterwards.
  @Override
  public void close() {
    plain.dispatcher().cancelAll();
    plain.dispatcher().executorService().shutdown();
    plain.connectionPool().evictAll();
    open.forEach(Secret::close);
  }
}
