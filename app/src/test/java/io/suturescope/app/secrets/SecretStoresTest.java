package io.suturescope.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretStoresTest {

  private static final byte[] BYTES =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private static Secret secret() {
    return Secret.owning(BYTES.clone());
  }

  private SecretStores stores(String passPhrase) {
    return new SecretStores(folder.resolve("s"), () -> Optional.of(passPhrase.toCharArray()));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void plainFileIsForItsOwnerOnly() throws IOException {
    SecretStore plain = stores("").named("plain").orElseThrow();
    plain.write("web-1/k", secret());
    Path file = folder.resolve("s/web-1@k.key");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("s"))).isEqualTo("rwx------");
    assertThat(plain.read("web-1/k").orElseThrow().copy()).isEqualTo(BYTES);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> plain.read("web-1/k")).isInstanceOf(IOException.class);
    plain.delete("web-1/k");
    assertThat(plain.read("web-1/k")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void encryptedFileOpensWithItsPassPhraseOnlyAndBindsTheAccount() throws IOException {
    SecretStore store = stores("right").named("encrypted").orElseThrow();
    store.write("web-1/k", secret());
    Path file = folder.resolve("s/secrets.enc");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain("0123456789abcdef");
    SecretStore again = stores("right").named("encrypted").orElseThrow();
    assertThat(again.read("web-1/k").orElseThrow().copy()).isEqualTo(BYTES);
    SecretStore wrong = EncryptedFileStore.open(file, "wrong".toCharArray());
    assertThatThrownBy(() -> wrong.read("web-1/k")).isInstanceOf(IOException.class);
    Files.writeString(file, Files.readString(file).replace("web-1/k", "web-2/k"));
    assertThatThrownBy(() -> again.read("web-2/k")).isInstanceOf(IOException.class);
  }

  @Test
  void closedSecretIsZeroes() {
    Secret secret = secret();
    secret.close();
    assertThat(secret.copy()).containsOnly(0);
  }

  @Test
  void plainFileIsNeverChosenByItself() {
    SecretStores nobodyToAsk = new SecretStores(folder, Optional::empty);
    assertThat(nobodyToAsk.first().map(SecretStore::name)).isNotEqualTo(Optional.of("plain"));
    assertThat(nobodyToAsk.named("nonsense")).isEmpty();
  }
}
