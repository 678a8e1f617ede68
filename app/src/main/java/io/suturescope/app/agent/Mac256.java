package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 and SHA-256 in the spellings of the protocol (control-protocol.md 6).
final class Mac256 {

  private static final String ALGORITHM = "HmacSHA256";

  private Mac256() {}

  /// The MAC of a signature base.
  static byte[] sign(Secret secret, String base) {
    byte[] key = secret.copy();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// True when the MAC is that of the base; takes the same time for every wrong one.
  static boolean fits(Secret secret, String base, byte[] mac) {
    return MessageDigest.isEqual(sign(secret, base), mac);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The value of the field `Content-Digest`.
  static String contentDigest(byte[] body) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
  }

  /// Decodes base64 that is written in the one way an encoder writes it.
  static Optional<byte[]> decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      boolean exact = Base64.getEncoder().encodeToString(bytes).equals(base64);
      return exact ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
