package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// The checks of an agent, in its order and with its names (control-protocol.md 6.3).
///
/// The console verifies no requests; this is here so that `agents conform` shows that both ends
/// read the protocol the same way.
///
/// @param authority of the agent
/// @param instance of the agent's present life
/// @param notAfter Unix seconds from which the key is no longer good
/// @param operator false for a key that may only read
/// @param seen nonces of this key that were used before
record RequestVerifier(
    String authority,
    String instance,
    String keyid,
    Secret secret,
    OptionalLong notAfter,
    boolean operator,
    Set<String> seen) {

  private static final int MOST_BODY = 64 << 10;
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST_FIELDS = 64;
  private static final int SKEW = 30;

  private static final Pattern TARGET =
      Pattern.compile("(?:/[A-Za-z0-9._~-]+)+(?:\\?[A-Za-z0-9._~=&%+:-]*)?");
  private static final Pattern DOTS = Pattern.compile(".*/\\.\\.?(?:/.*)?");
  private static final List<String> BROWSER = List.of("origin", "referer", "cookie");

  /// @return the name of the first check that fails; empty when all hold
  Optional<String> reason(RequestHead head, Fields fields, byte[] body, long now) {
    if (malformed(head, fields)) {
      return Optional.of("malformed-request");
    }
    if (!fields.value("host").equals(Optional.of(authority))) {
      return Optional.of("wrong-authority");
    }
    if (BROWSER.stream().anyMatch(fields::has) || fields.hasPrefix("sec-fetch-")) {
      return Optional.of("browser-request");
    }
    if (tooLarge(head, fields, body)) {
      return Optional.of("too-large");
    }
    Optional<String> input = fields.value("signature-input");
    Optional<String> signature = fields.value("signature");
    if (input.isEmpty() || signature.isEmpty()) {
      return Optional.of("unsigned");
    }
    Optional<SignatureInput> parsed = SignatureInput.parse(input.get());
    Optional<byte[]> mac = SignatureInput.mac(signature.get());
    if (parsed.isEmpty() || mac.isEmpty()) {
      return Optional.of("malformed-signature");
    }
    Optional<String> unproven = unproven(head, fields, parsed.get(), mac.get());
    return unproven.isPresent() ? unproven : refused(head, fields, body, parsed.get(), now);
  }

  private static boolean malformed(RequestHead head, Fields fields) {
    String target = head.target();
    boolean otherType =
        fields.value("content-type").filter(type -> !type.equals("application/json")).isPresent();
    return fields.malformed()
        || fields.has("transfer-encoding")
        || fields.has("expect")
        || !List.of("GET", "PUT", "POST").contains(head.method())
        || !TARGET.matcher(target).matches()
        || DOTS.matcher(head.path()).matches()
        || (head.hasBody() && otherType);
  }

  private static boolean tooLarge(RequestHead head, Fields fields, byte[] body) {
    int size = head.method().length() + head.target().length() + " HTTP/1.1  \r\n".length();
    for (Fields.Field field : fields.all()) {
      size += field.name().length() + field.value().length() + ": \r\n".length();
    }
    return body.length > MOST_BODY || size > MOST_HEAD || fields.all().size() > MOST_FIELDS;
  }

  private Optional<String> unproven(
      RequestHead head, Fields fields, SignatureInput input, byte[] mac) {
    if (!input.algorithm().equals(SignatureInput.ALGORITHM)) {
      return Optional.of("bad-algorithm");
    }
    if (!input.tag().equals(SignatureInput.REQUEST_TAG)) {
      return Optional.of("bad-tag");
    }
    if (!input.components().equals(head.components(fields.has("cs-instance")))) {
      return Optional.of("bad-components");
    }
    Optional<String> base = head.base(fields, input);
    if (base.isEmpty()) {
      return Optional.of("missing-component");
    }
    // An unknown key costs as much time as a wrong MAC.
    boolean fits = Mac256.fits(secret, base.get(), mac);
    if (!input.keyid().equals(keyid)) {
      return Optional.of("unknown-key");
    }
    return fits ? Optional.empty() : Optional.of("bad-signature");
  }

  private Optional<String> refused(
      RequestHead head, Fields fields, byte[] body, SignatureInput input, long now) {
    if (head.hasBody()
        ? !fields.value("content-digest").equals(Optional.of(Mac256.contentDigest(body)))
        : body.length > 0) {
      return Optional.of("bad-digest");
    }
    long lifetime = input.expires() - input.created();
    if (lifetime < 1 || lifetime > RequestSigner.LIFETIME) {
      return Optional.of("bad-window");
    }
    if (input.created() > now + SKEW) {
      return Optional.of("created-in-future");
    }
    if (now > input.expires() + SKEW) {
      return Optional.of("expired");
    }
    if (seen.contains(input.nonce())) {
      return Optional.of("replayed-nonce");
    }
    if (notAfter.isPresent() && now >= notAfter.getAsLong()) {
      return Optional.of("key-expired");
    }
    return forbidden(head, fields);
  }

  private Optional<String> forbidden(RequestHead head, Fields fields) {
    if (!fields.value("cs-protocol").equals(Optional.of("1"))) {
      return Optional.of("unsupported-protocol");
    }
    if (head.hasBody() && !operator) {
      return Optional.of("forbidden-role");
    }
    boolean forThis = fields.value("cs-instance").equals(Optional.of(instance));
    return head.method().equals("PUT") && !forThis
        ? Optional.of("instance-changed")
        : Optional.empty();
  }
}
