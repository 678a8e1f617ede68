package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs signing vectors through the console's own signer and verifier (control-protocol.md 6.6).
public final class Conformance {

  private static final String FORMAT = "codesuture-control-vectors";

  private Conformance() {}

  /// What came of one vector.
  ///
  /// @param id as in the file
  /// @param reason name of the first check that failed (section 6.3); empty for an accepted one
  /// @param asExpected true when that is what the file expects, signature base and signature
  ///   included
  public record Result(String id, Optional<String> reason, boolean asExpected) {}

  /// Runs all vectors of a file in their order.
  ///
  /// @param file content of a file such as control-vectors.json
  /// @return false when these are no vectors of a version that is known; then nothing is told
  public static boolean run(byte[] file, Consumer<Result> each) {
    Optional<WireObject> parsed = WireObject.parse(file);
    if (parsed.isEmpty()
        || !parsed.get().said("format").equals(FORMAT)
        || parsed.get().number("version").orElse(0) != 1) {
      return false;
    }
    for (WireObject vector : parsed.get().objects("vectors")) {
      each.accept(result(vector));
    }
    return true;
  }

  private static Result result(WireObject vector) {
    try (Secret secret = secret(vector.object("key").said("secret"))) {
      Outcome outcome =
          switch (vector.said("kind")) {
            case "primitive" -> primitive(vector, secret);
            case "request" -> request(vector, secret);
            case "response" -> response(vector, secret);
            default -> new Outcome(Optional.of("unknown-kind"), Optional.empty(), true);
          };
      return new Result(vector.said("id"), outcome.reason(), agrees(vector, outcome));
    }
  }

  /// @param base what was signed, where the message could be read so far
  /// @param resigned true unless our own signature of the same content is another one
  private record Outcome(Optional<String> reason, Optional<String> base, boolean resigned) {}

  private static boolean agrees(WireObject vector, Outcome outcome) {
    WireObject expect = vector.object("expect");
    boolean accepted = outcome.reason().isEmpty();
    boolean accept = !expect.said("result").equals("reject");
    boolean sameBase =
        expect
            .text("signature_base")
            .map(base -> outcome.base().equals(Optional.of(base)))
            .orElse(true);
    return accept
        ? accepted && sameBase && outcome.resigned()
        : outcome.reason().equals(expect.text("reason"));
  }

  private static Outcome primitive(WireObject vector, Secret secret) {
    String base = vector.said("signature_base");
    Optional<byte[]> expected = Mac256.decode(vector.object("expect").said("signature_b64"));
    boolean fits = expected.isPresent() && Mac256.fits(secret, base, expected.get());
    return new Outcome(
        fits ? Optional.empty() : Optional.of("bad-signature"), Optional.of(base), fits);
  }

  private static Outcome request(WireObject vector, Secret secret) {
    WireObject key = vector.object("key");
    WireObject request = vector.object("request");
    Fields fields = fields(request);
    RequestVerifier verifier =
        new RequestVerifier(
            vector.object("agent").said("authority"),
            vector.object("agent").said("instance"),
            key.said("keyid"),
            secret,
            key.number("not_after"),
            key.said("role").equals("operator"),
            new HashSet<>(vector.texts("seen_nonces")));
    RequestHead head =
        new RequestHead(
            request.said("method"), request.said("target"), fields.value("host").orElse(""));
    byte[] body = body(request);
    Optional<String> reason = verifier.reason(head, fields, body, vector.number("now").orElse(0));
    Optional<SignatureInput> input = fields.value("signature-input").flatMap(SignatureInput::parse);
    boolean resigned =
        input
            .map(params -> {
              Fields ours =
                  new RequestSigner(params.keyid(), secret)
                      .sign(
                          head,
                          fields.value("cs-instance"),
                          body,
                          params.created(),
                          params.nonce());
              return ours.value("signature").equals(fields.value("signature"));
            })
            .orElse(false);
    return new Outcome(reason, input.flatMap(params -> head.base(fields, params)), resigned);
  }

  private static Outcome response(WireObject vector, Secret secret) {
    WireObject asked = vector.object("for_request");
    WireObject response = vector.object("response");
    Fields fields = fields(response);
    int status = (int) response.number("status").orElse(0);
    ResponseVerifier verifier =
        new ResponseVerifier(
            new RequestHead(asked.said("method"), asked.said("target"), asked.said("authority")),
            asked.said("nonce"),
            vector.object("key").said("keyid"),
            secret);
    Optional<String> base =
        fields
            .value("signature-input")
            .flatMap(SignatureInput::parse)
            .flatMap(input -> verifier.base(status, fields, input));
    return new Outcome(verifier.reason(status, fields, body(response)), base, true);
  }

  private static Fields fields(WireObject message) {
    return new Fields(
        message.pairs("headers").stream()
            .map(pair -> new Fields.Field(pair.get(0), pair.get(1)))
            .toList());
  }

  private static byte[] body(WireObject message) {
    return Mac256.decode(message.said("body_b64")).orElse(new byte[0]);
  }

  private static Secret secret(String base64url) {
    try {
      return Secret.owning(Base64.getUrlDecoder().decode(base64url));
    } catch (IllegalArgumentException e) {
      return Secret.owning(new byte[0]);
    }
  }
}
