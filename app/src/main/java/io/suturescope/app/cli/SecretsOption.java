package io.suturescope.app.cli;

import io.suturescope.app.secrets.SecretStore;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the key of an agent is kept (control-protocol.md 9.3).
final class SecretsOption {

  @Option(
      names = "--secrets",
      paramLabel = "STORE",
      description =
          "keychain, encrypted (a file under a pass phrase that is asked for), or plain (a file of"
              + " mode 0600 that your other programs can read). Default: the first of keychain and"
              + " encrypted that works.")
  private Optional<String> wanted = Optional.empty();

  @Option(names = "--replace", description = "Put it in the place of an agent of the same name.")
  private boolean replace;

  boolean replace() {
    return replace;
  }

  /// A store that works, or nothing after the console has said why.
  Optional<SecretStore> store(ControlRoom room, Console console) {
    Optional<SecretStore> store =
        wanted.isPresent() ? room.stores().named(wanted.get()) : room.stores().first();
    if (store.isEmpty()) {
      console.say(
          wanted
              .map(name -> "The store " + Visible.line(name) + " does not work here.")
              .orElse(
                  "There is no keychain here, and nobody to ask for a pass phrase. --secrets plain"
                      + " keeps the key in a file of mode 0600, which your other programs can"
                      + " read."));
    } else if (store.get().name().equals("plain")) {
      console.say("The key is kept in a plain file: every program of yours can read it.");
    }
    return store;
  }
}
