package io.suturescope.importers.codesuture;

import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.SignatureState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 over the bytes of a `.code`, with the whole content of `secret.key` as key
/// (codesuture.md 2).
final class Signature {

  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /// @param key empty when there is no key to check with
  static SignatureState of(
      Optional<byte[]> code, Optional<PatchMetadata> metadata, Optional<byte[]> key) {
    if (metadata.isEmpty()) {
      return SignatureState.NO_METADATA;
    }
    boolean notAText = metadata.get().asRecorded().containsKey(PatchMetadataReader.SIGNATURE);
    if (code.isEmpty() || (metadata.get().codeSha256().isEmpty() && !notAText)) {
      return SignatureState.UNSIGNED;
    }
    if (key.isEmpty()) {
      return SignatureState.NO_KEY;
    }
    byte[] recorded = metadata.get().codeSha256().getBytes(StandardCharsets.UTF_8);
    byte[] computed =
        HexFormat.of().formatHex(hmac(key.get(), code.get())).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(recorded, computed)
        ? SignatureState.VALID
        : SignatureState.INVALID;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      // HMAC pads keys with zeros, so an empty key, which Java refuses, is one zero byte.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
