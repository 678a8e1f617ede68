package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether an answer is the agent's, and the answer to this very request (control-protocol.md 6.2).
///
/// The console's own clock plays no part: the nonce proves that the answer is fresh.
///
/// @param head of the request that was sent
/// @param nonce of the request that was sent
record ResponseVerifier(RequestHead head, String nonce, String keyid, Secret secret) {

  private static final String EVENTS = "text/event-stream";

  /// @param body whole, as it came; empty for an event stream, whose events nothing signs
  /// @return the name of the first check that fails; empty when all hold
  Optional<String> reason(int status, Fields fields, byte[] body) {
    Optional<String> field = fields.value("signature-input");
    Optional<String> signature = fields.value("signature");
    if (field.isEmpty() || signature.isEmpty()) {
      return Optional.of("unsigned");
    }
    Optional<SignatureInput> input = SignatureInput.parse(field.get());
    Optional<byte[]> mac = SignatureInput.mac(signature.get());
    if (fields.malformed() || input.isEmpty() || mac.isEmpty()) {
      return Optional.of("malformed-signature");
    }
    return reason(status, fields, body, input.get(), mac.get());
  }

  private Optional<String> reason(
      int status, Fields fields, byte[] body, SignatureInput input, byte[] mac) {
    boolean stream = fields.value("content-type").equals(Optional.of(EVENTS));
    if (!input.algorithm().equals(SignatureInput.ALGORITHM)) {
      return Optional.of("bad-algorithm");
    }
    if (!input.tag().equals(SignatureInput.RESPONSE_TAG)) {
      return Optional.of("bad-tag");
    }
    if (!input.components().equals(components(stream))) {
      return Optional.of("bad-components");
    }
    Optional<String> base = base(status, fields, input);
    if (base.isEmpty()) {
      return Optional.of("missing-component");
    }
    if (!input.keyid().equals(keyid)) {
      return Optional.of("unknown-key");
    }
    if (!Mac256.fits(secret, base.get(), mac)) {
      return Optional.of("bad-signature");
    }
    String digest = Mac256.contentDigest(body);
    if (!stream && !fields.value("content-digest").equals(Optional.of(digest))) {
      return Optional.of("bad-digest");
    }
    if (!input.nonce().equals(nonce)) {
      return Optional.of("nonce-mismatch");
    }
    long lifetime = input.expires() - input.created();
    return lifetime < 1 || lifetime > RequestSigner.LIFETIME
        ? Optional.of("bad-window")
        : Optional.empty();
  }

  private static String components(boolean stream) {
    return "(\"@status\" \"content-type\""
        + (stream ? "" : " \"content-digest\"")
        + " \"cs-instance\" \"@method\";req \"@authority\";req \"@path\";req \"@query\";req)";
  }

  /// What is signed of a response; empty when a covered field is missing.
  Optional<String> base(int status, Fields fields, SignatureInput input) {
    List<String> lines = new ArrayList<>();
    lines.add("\"@status\": " + status);
    boolean stream = fields.value("content-type").equals(Optional.of(EVENTS));
    for (String name :
        stream
            ? List.of("content-type", "cs-instance")
            : List.of("content-type", "content-digest", "cs-instance")) {
      Optional<String> value = fields.value(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      lines.add("\"" + name + "\": " + value.get());
    }
    lines.addAll(head.lines(";req"));
    lines.add("\"@signature-params\": " + input.text());
    return Optional.of(String.join("\n", lines));
  }
}
