package io.suturescope.app.secrets;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A place for secrets, each under the name of an account.
public sealed interface SecretStore permits KeychainStore, EncryptedFileStore, PlainFileStore {

  /// `keychain`, `encrypted` or `plain`.
  String name();

  /// Writes or replaces.
  void write(String account, Secret secret) throws IOException;

  /// @return empty when there is none; the caller closes it
  Optional<Secret> read(String account) throws IOException;

  /// Nothing happens when there is none.
  void delete(String account) throws IOException;

  /// Whether it really keeps something: a locked wallet can look like a good one until it is used.
  default boolean works() {
    String account = "suturescope-test/" + ProcessHandle.current().pid();
    byte[] bytes = {1, 2, 3, 0, -1};
    try (Secret secret = Secret.owning(bytes.clone())) {
      write(account, secret);
      boolean same;
      try (Secret read = read(account).orElseThrow(() -> new IOException("it is not there"))) {
        same = Arrays.equals(read.copy(), bytes);
      }
      delete(account);
      return same && read(account).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
