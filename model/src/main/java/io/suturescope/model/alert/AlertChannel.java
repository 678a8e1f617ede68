package io.suturescope.model.alert;

import java.util.Locale;
import java.util.Optional;

/// Where an alert can be sent (codesuture.md 6). A digest as a channel sends nothing.
public enum AlertChannel {
  FILE,
  WEBHOOK,
  DIGEST;

  /// As it stands in `.codesuture.toml`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AlertChannel> of(String word) {
    for (AlertChannel channel : values()) {
      if (channel.word().equals(word)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
