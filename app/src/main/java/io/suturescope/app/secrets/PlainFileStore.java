package io.suturescope.app.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// One file of mode 0600 for each secret, in a folder of mode 0700. Only ever chosen by name: for
/// tests and for machines without a display.
final class PlainFileStore implements SecretStore {

  private final Path folder;

  PlainFileStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void write(String account, Secret secret) throws IOException {
    PrivateFile.folder(folder);
    PrivateFile.write(file(account), secret);
  }

  @Override
  public Optional<Secret> read(String account) throws IOException {
    Path file = file(account);
    try {
      if (Files.exists(file) && PrivateFile.open(file)) {
        throw new IOException("others can read " + file + "; enrol the agent again");
      }
      return Optional.of(Secret.owning(Files.readAllBytes(file)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String account) throws IOException {
    Files.deleteIfExists(file(account));
  }

  /// Accounts hold no separator but their one slash, and no dots alone.
  private Path file(String account) {
    return folder.resolve(account.replace('/', '@') + ".key");
  }
}
