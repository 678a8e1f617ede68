package io.suturescope.app.agent;

import io.suturescope.model.control.AgentName;
import java.time.Instant;
import java.util.Optional;

/// An enrolled agent as the console remembers it; nothing in it is secret.
///
/// @param host where it is reached, perhaps the near end of a tunnel
/// @param tls false only for a loopback address
/// @param keyid names the console's key at the agent
/// @param role `operator` or `observer`
/// @param notAfter when the key ends
/// @param certificate PEM of the only certificate that is trusted; empty without TLS
/// @param secrets which store has the key
public record AgentEntry(
    AgentName name,
    String host,
    int port,
    boolean tls,
    String keyid,
    String role,
    Instant notAfter,
    Optional<String> certificate,
    String secrets) {

  /// Under which the secret is kept (control-protocol.md 9.3).
  public String account() {
    return name.text() + "/" + keyid;
  }

  /// Where it is reached, for people.
  public String address() {
    return (tls ? "https://" : "http://") + bracketed() + ":" + port;
  }

  /// The same agent at another address: the near end of a tunnel.
  public AgentEntry at(String otherHost, int otherPort) {
    return new AgentEntry(
        name, otherHost, otherPort, tls, keyid, role, notAfter, certificate, secrets);
  }

  String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /// True for the addresses at which plain HTTP is allowed.
  public static boolean loopback(String host) {
    return host.equals("127.0.0.1") || host.equals("::1");
  }
}
