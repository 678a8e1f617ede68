package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Signs the requests of one key (control-protocol.md 6.1).
final class RequestSigner {

  /// Seconds for which a signature is good; the most that the protocol allows.
  static final int LIFETIME = 60;

  private final String keyid;
  private final Secret secret;

  /// @param secret stays the caller's to close
  RequestSigner(String keyid, Secret secret) {
    this.keyid = keyid;
    this.secret = secret;
  }

  /// All fields of a signed request in the order of the protocol, `Content-Length` left out.
  ///
  /// @param instance whom a command is for; empty for a request to whoever runs
  /// @param body empty for GET
  /// @param created Unix seconds
  /// @param nonce fresh for every attempt
  Fields sign(
      RequestHead head, Optional<String> instance, byte[] body, long created, String nonce) {
    List<Fields.Field> fields = new ArrayList<>();
    fields.add(new Fields.Field("Host", head.authority()));
    fields.add(new Fields.Field("CS-Protocol", "1"));
    instance.ifPresent(value -> fields.add(new Fields.Field("CS-Instance", value)));
    if (head.hasBody()) {
      fields.add(new Fields.Field("Content-Type", "application/json"));
      fields.add(new Fields.Field("Content-Digest", Mac256.contentDigest(body)));
    }
    SignatureInput input =
        new SignatureInput(
            head.components(instance.isPresent()),
            created,
            created + LIFETIME,
            nonce,
            keyid,
            SignatureInput.ALGORITHM,
            SignatureInput.REQUEST_TAG);
    String base = head.base(new Fields(fields), input).orElseThrow();
    String mac = Base64.getEncoder().encodeToString(Mac256.sign(secret, base));
    fields.add(new Fields.Field("Signature-Input", "cs=" + input.text()));
    fields.add(new Fields.Field("Signature", "cs=:" + mac + ":"));
    return new Fields(fields);
  }
}
