package io.suturescope.app.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// All secrets in one file, each encrypted with AES-256-GCM under a key made from a pass phrase
/// (control-protocol.md 9.3).
///
/// A line for the format, one for the key (`pbkdf2-hmac-sha256`, rounds, salt), then one for each
/// account: its name, a space, base64 of nonce and cipher text. The name is authenticated with it.
final class EncryptedFileStore implements SecretStore {

  private static final String FORMAT = "suturescope-secrets 1";
  private static final int ROUNDS = 600_000;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  private final Path file;
  private final byte[] key;
  private final byte[] salt;
  private final SecureRandom random = new SecureRandom();

  private EncryptedFileStore(Path file, byte[] key, byte[] salt) {
    this.file = file;
    this.key = key;
    this.salt = salt;
  }

  /// @param passPhrase cleared by the caller
  /// @throws IOException when the file cannot be read or is no such file
  static EncryptedFileStore open(Path file, char[] passPhrase) throws IOException {
    byte[] salt = new byte[SALT];
    if (Files.exists(file)) {
      String[] key = lines(file).get(1).split(" ", -1);
      salt = decode(key[key.length - 1]);
    } else {
      new SecureRandom().nextBytes(salt);
    }
    return new EncryptedFileStore(file, derive(passPhrase, salt), salt);
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.size() < 2
        || !lines.getFirst().equals(FORMAT)
        || !lines.get(1).startsWith("pbkdf2-hmac-sha256 " + ROUNDS + " ")) {
      throw new IOException(file + " is no file of secrets of this program");
    }
    return lines;
  }

  private static byte[] derive(char[] passPhrase, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(passPhrase, salt, ROUNDS, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] decode(String base64) throws IOException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IOException("the file of secrets is damaged", e);
    }
  }

  @Override
  public String name() {
    return "encrypted";
  }

  @Override
  public void write(String account, Secret secret) throws IOException {
    SequencedMap<String, String> entries = entries();
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain = secret.copy();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(plain);
      byte[] both = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      entries.put(account, Base64.getEncoder().encodeToString(both));
    } catch (GeneralSecurityException e) {
      throw new IOException("it cannot be encrypted", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    save(entries);
  }

  @Override
  public Optional<Secret> read(String account) throws IOException {
    String entry = entries().get(account);
    if (entry == null) {
      return Optional.empty();
    }
    byte[] both = decode(entry);
    if (both.length < NONCE) {
      throw new IOException("the file of secrets is damaged");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(both, NONCE));
      return Optional.of(Secret.owning(cipher.doFinal(both, NONCE, both.length - NONCE)));
    } catch (GeneralSecurityException e) {
      throw new IOException("the pass phrase is wrong, or the file of secrets was changed", e);
    }
  }

  @Override
  public void delete(String account) throws IOException {
    SequencedMap<String, String> entries = entries();
    if (entries.remove(account) != null) {
      save(entries);
    }
  }

  private Cipher cipher(int mode, String account, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private SequencedMap<String, String> entries() throws IOException {
    SequencedMap<String, String> entries = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : lines(file).stream().skip(2).toList()) {
        int space = line.indexOf(' ');
        if (space > 0) {
          entries.put(line.substring(0, space), line.substring(space + 1));
        }
      }
    }
    return entries;
  }

  private void save(SequencedMap<String, String> entries) throws IOException {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    text.append("pbkdf2-hmac-sha256 ").append(ROUNDS).append(' ');
    text.append(Base64.getEncoder().encodeToString(salt)).append('\n');
    entries.forEach((account, entry) -> text.append(account + " " + entry + "\n"));
    PrivateFile.folder(file.resolveSibling("").toAbsolutePath());
    PrivateFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
