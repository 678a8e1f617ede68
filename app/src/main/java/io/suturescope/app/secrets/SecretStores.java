package io.suturescope.app.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The stores of control-protocol.md 9.3 in their order, each tried out before it is used.
public final class SecretStores {

  private final Path folder;
  private final Supplier<Optional<char[]>> passPhrase;
  private final Map<String, Optional<SecretStore>> known = new HashMap<>();

  /// @param folder for the two kinds of files
  /// @param passPhrase asks the user, at most once; empty when nobody can be asked
  public SecretStores(Path folder, Supplier<Optional<char[]>> passPhrase) {
    this.folder = folder;
    this.passPhrase = passPhrase;
  }

  /// The first store that works; the plain file is only for who asks for it by name.
  public Optional<SecretStore> first() {
    return named("keychain").or(() -> named("encrypted"));
  }

  /// @param name `keychain`, `encrypted` or `plain`
  /// @return empty when there is no such store, or it does not keep what it is given
  public Optional<SecretStore> named(String name) {
    Optional<SecretStore> there = known.get(name);
    if (there == null) {
      there = open(name).filter(SecretStore::works);
      known.put(name, there);
    }
    return there;
  }

  private Optional<SecretStore> open(String name) {
    return switch (name) {
      case "keychain" -> KeychainStore.find();
      case "encrypted" -> encrypted();
      case "plain" -> Optional.of(new PlainFileStore(folder));
      default -> Optional.empty();
    };
  }

  private Optional<SecretStore> encrypted() {
    Optional<char[]> phrase = passPhrase.get();
    if (phrase.isEmpty() || phrase.get().length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(EncryptedFileStore.open(folder.resolve("secrets.enc"), phrase.get()));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(phrase.get(), '\0');
    }
  }
}
