package io.suturescope.app.agent;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.secrets.Secret;
import io.suturescope.model.control.AgentName;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import tools.jackson.core.JsonGenerator;

/// The making and reading of enrolment files (control-protocol.md 3). The agent never invents keys:
/// they are made here, and the file carries them to the agent's host.
///
/// @param entry what the console remembers; its store of secrets is not chosen yet
/// @param kept the secret, behind it the pin where there is TLS: what goes into that store
public record Enrolment(AgentEntry entry, Secret kept) implements AutoCloseable {

  private static final String FORMAT = "codesuture-agent-enrolment";
  private static final Duration LONGEST_KEY = Duration.ofDays(400);
  private static final long CERTIFICATE_DAYS = 730;

  /// What is wanted of a new enrolment.
  ///
  /// @param host the agent listens at and the console connects to
  /// @param operator false for a key that may only read
  /// @param validity of the key, at most 400 days
  /// @param comment for people who read the file at the other end
  /// @param shareValues true to let values of the program travel
  /// @param shareSource true to let its source travel
  public record Wish(
      AgentName name,
      String host,
      int port,
      boolean tls,
      boolean operator,
      Duration validity,
      String comment,
      boolean shareValues,
      boolean shareSource) {}

  /// A new enrolment.
  ///
  /// @param file its bytes, to be written with mode 0600
  public record Made(Enrolment enrolment, Secret file) {}

  /// Makes the keys, and with TLS the certificate.
  ///
  /// @throws Unfit when the wish breaks a rule of the protocol
  public static Made make(Wish wish, Instant now) throws Unfit {
    if (!wish.tls() && !AgentEntry.loopback(wish.host())) {
      throw new Unfit(
          "plain HTTP is for 127.0.0.1 and ::1 only; give --tls, or use an SSH forward");
    }
    if (wish.validity().isNegative()
        || wish.validity().isZero()
        || wish.validity().compareTo(LONGEST_KEY) > 0) {
      throw new Unfit("a key is good for 1 to 400 days");
    }
    byte[] secret = new byte[AgentNetwork.SECRET];
    new SecureRandom().nextBytes(secret);
    Optional<HeldCertificate> held =
        wish.tls() ? Optional.of(certificate(wish.name())) : Optional.empty();
    AgentEntry entry =
        new AgentEntry(
            wish.name(),
            wish.host(),
            wish.port(),
            wish.tls(),
            wish.name() + "-" + (wish.operator() ? "op" : "ob") + now.getEpochSecond(),
            wish.operator() ? "operator" : "observer",
            now.plus(wish.validity()),
            held.map(HeldCertificate::certificatePem),
            "");
    byte[] file = file(wish, entry, secret, held, now);
    Secret kept = kept(secret, held.map(HeldCertificate::certificate));
    return new Made(new Enrolment(entry, kept), Secret.owning(file));
  }

  private static HeldCertificate certificate(AgentName name) {
    return new HeldCertificate.Builder()
        .ecdsa256()
        .commonName(name.authority())
        .addSubjectAlternativeName(name.authority())
        .duration(CERTIFICATE_DAYS, TimeUnit.DAYS)
        .build();
  }

  /// Clears the secret that it is given.
  private static Secret kept(byte[] secret, Optional<X509Certificate> certificate) {
    byte[] pin = certificate.map(Pinned::pin).orElse(new byte[0]);
    byte[] both = Arrays.copyOf(secret, secret.length + pin.length);
    System.arraycopy(pin, 0, both, secret.length, pin.length);
    Arrays.fill(secret, (byte) 0);
    return Secret.owning(both);
  }

  /// The secret is put in as bytes, so that it never is text.
  private static byte[] file(
      Wish wish, AgentEntry entry, byte[] secret, Optional<HeldCertificate> held, Instant now) {
    String mark = "*".repeat(43);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonOut.indented(text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", 1);
      json.writeStringProperty("agent_id", entry.name().text());
      json.writeStringProperty("authority", entry.name().authority());
      json.writeObjectPropertyStart("listen");
      json.writeStringProperty("host", entry.host());
      json.writeNumberProperty("port", entry.port());
      json.writeBooleanProperty("tls", entry.tls());
      json.writeEndObject();
      json.writeArrayPropertyStart("keys");
      json.writeStartObject();
      json.writeStringProperty("keyid", entry.keyid());
      json.writeStringProperty("secret", mark);
      json.writeStringProperty("role", entry.role());
      json.writeNumberProperty("created", now.getEpochSecond());
      json.writeNumberProperty("not_after", entry.notAfter().getEpochSecond());
      json.writeStringProperty("comment", wish.comment());
      json.writeEndObject();
      json.writeEndArray();
      if (held.isPresent()) {
        json.writeObjectPropertyStart("tls");
        json.writeStringProperty("certificate_pem", held.get().certificatePem());
        json.writeStringProperty("private_key_pem", held.get().privateKeyPkcs8Pem());
        json.writeEndObject();
      }
      json.writeBooleanProperty("share_values", wish.shareValues());
      json.writeBooleanProperty("share_source", wish.shareSource());
      json.writeEndObject();
    }
    byte[] file = (text + "\n").getBytes(StandardCharsets.US_ASCII);
    int at = text.toString().indexOf("\"" + mark + "\"") + 1;
    byte[] encoded = Base64.getUrlEncoder().withoutPadding().encode(secret);
    System.arraycopy(encoded, 0, file, at, encoded.length);
    Arrays.fill(encoded, (byte) 0);
    return file;
  }

  /// Reads the file of an enrolment that another console, or this one, has made.
  ///
  /// @param keyid which of its keys is ours; empty when it has only one
  public static Enrolment read(byte[] file, Optional<String> keyid) throws Unfit {
    WireObject all = WireObject.parse(file).orElseThrow(() -> new Unfit("it is no enrolment file"));
    if (!all.said("format").equals(FORMAT) || all.number("version").orElse(0) != 1) {
      throw new Unfit("it is no enrolment file of version 1");
    }
    if (!AgentName.isName(all.said("agent_id"))) {
      throw new Unfit("its agent_id is no name of an agent");
    }
    AgentName name = new AgentName(all.said("agent_id"));
    if (!all.said("authority").equals(name.authority())) {
      throw new Unfit("its authority is not that of " + name);
    }
    WireObject key = key(all.objects("keys"), keyid);
    WireObject listen = all.object("listen");
    boolean tls = listen.flag("tls");
    Optional<String> pem = tls ? all.object("tls").text("certificate_pem") : Optional.empty();
    Optional<X509Certificate> certificate = pem.flatMap(Pinned::certificate);
    if (tls && certificate.isEmpty()) {
      throw new Unfit("its certificate is missing or damaged");
    }
    if (!tls && !AgentEntry.loopback(listen.said("host"))) {
      throw new Unfit("it has plain HTTP on an address that is not 127.0.0.1 or ::1");
    }
    byte[] secret = secret(key.said("secret"));
    AgentEntry entry =
        new AgentEntry(
            name,
            listen.said("host"),
            port(listen.number("port").orElse(0)),
            tls,
            key.said("keyid"),
            key.said("role"),
            Instant.ofEpochSecond(key.number("not_after").orElse(0)),
            pem,
            "");
    return new Enrolment(entry, kept(secret, certificate));
  }

  private static WireObject key(List<WireObject> keys, Optional<String> keyid) throws Unfit {
    List<WireObject> ours =
        keys.stream()
            .filter(key -> keyid.isEmpty() || key.said("keyid").equals(keyid.get()))
            .toList();
    if (ours.size() != 1) {
      throw new Unfit(
          keys.size() > 1 && keyid.isEmpty()
              ? "it has " + keys.size() + " keys; say with --keyid which one is yours"
              : "it has no such key");
    }
    WireObject key = ours.getFirst();
    boolean role = List.of("operator", "observer").contains(key.said("role"));
    if (!key.said("keyid").matches("[A-Za-z0-9._-]{1,64}") || !role) {
      throw new Unfit("its key has no good keyid or role");
    }
    return key;
  }

  private static byte[] secret(String base64url) throws Unfit {
    try {
      byte[] secret = Base64.getUrlDecoder().decode(base64url);
      if (secret.length == AgentNetwork.SECRET) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      throw new Unfit("its secret is not base64url");
    }
    throw new Unfit("its secret is not 32 bytes");
  }

  private static int port(long port) throws Unfit {
    if (port < 1 || port > 65_535) {
      throw new Unfit("its port is not between 1 and 65535");
    }
    return (int) port;
  }

  @Override
  public void close() {
    kept.close();
  }
}
