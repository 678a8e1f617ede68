package io.suturescope.app.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The keychain of the system. Its library takes text only, so that a secret is text for the moment
/// of the call.
final class KeychainStore implements SecretStore {

  private static final String SERVICE = "suturescope";

  private final Keyring keyring;

  private KeychainStore(Keyring keyring) {
    this.keyring = keyring;
  }

  /// @return empty where the system has none that can be reached
  static Optional<SecretStore> find() {
    try {
      return Optional.of(new KeychainStore(Keyring.create()));
    } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "keychain";
  }

  @Override
  public void write(String account, Secret secret) throws IOException {
    byte[] bytes = secret.copy();
    try {
      keyring.setPassword(SERVICE, account, Base64.getEncoder().encodeToString(bytes));
    } catch (PasswordAccessException | RuntimeException e) {
      throw new IOException("the keychain does not take it", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public Optional<Secret> read(String account) throws IOException {
    try {
      String text = keyring.getPassword(SERVICE, account);
      return text == null || text.isEmpty()
          ? Optional.empty()
          : Optional.of(Secret.owning(Base64.getDecoder().decode(text)));
    } catch (PasswordAccessException none) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw new IOException("the keychain does not answer", e);
    }
  }

  @Override
  public void delete(String account) throws IOException {
    if (read(account).isPresent()) {
      try {
        keyring.deletePassword(SERVICE, account);
      } catch (PasswordAccessException | RuntimeException e) {
        throw new IOException("the keychain does not delete it", e);
      }
    }
  }
}
