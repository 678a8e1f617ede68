package io.suturescope.app.agent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters of a signature, in the one spelling that the protocol allows (control-protocol.md
/// 6.1).
///
/// @param components the list between the parentheses, these included
/// @param created Unix seconds
/// @param expires Unix seconds
record SignatureInput(
    String components,
    long created,
    long expires,
    String nonce,
    String keyid,
    String algorithm,
    String tag) {

  static final String ALGORITHM = "hmac-sha256";
  static final String REQUEST_TAG = "cs-ctl-req-1";
  static final String RESPONSE_TAG = "cs-ctl-res-1";

  private static final String SECONDS = "(0|[1-9][0-9]{0,11})";

  private static final Pattern FORM =
      Pattern.compile(
          "cs=(\\((?:\"[a-z0-9@-]+\"(?:;req)?(?: \"[a-z0-9@-]+\"(?:;req)?)*)?\\))"
              + (";created=" + SECONDS + ";expires=" + SECONDS)
              + ";nonce=\"([A-Za-z0-9_-]{22,64})\";keyid=\"([A-Za-z0-9._-]{1,64})\""
              + ";alg=\"([A-Za-z0-9._-]*)\";tag=\"([A-Za-z0-9._-]*)\"");

  private static final Pattern SIGNATURE = Pattern.compile("cs=:([A-Za-z0-9+/]{43}=):");

  /// @param field value of `Signature-Input`; empty when it is written in any other way
  static Optional<SignatureInput> parse(String field) {
    Matcher form = FORM.matcher(field);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignatureInput(
            form.group(1),
            Long.parseLong(form.group(2)),
            Long.parseLong(form.group(3)),
            form.group(4),
            form.group(5),
            form.group(6),
            form.group(7)));
  }

  /// @param field value of `Signature`; empty when it is not exactly one MAC
  static Optional<byte[]> mac(String field) {
    Matcher form = SIGNATURE.matcher(field);
    return form.matches() ? Mac256.decode(form.group(1)) : Optional.empty();
  }

  /// What follows `cs=` in the field, and what the signature base ends with.
  String text() {
    return components
        + (";created=" + created + ";expires=" + expires)
        + (";nonce=\"" + nonce + "\";keyid=\"" + keyid + "\"")
        + (";alg=\"" + algorithm + "\";tag=\"" + tag + "\"");
  }
}
