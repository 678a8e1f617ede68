package io.suturescope.model.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The invented secrets of `redaction/secrets.tsv`, and what it means that one leaks.
final class InventedSecrets {

  private static final String SPLIT = "⁞";
  private static final int LEAK = 6;

  private InventedSecrets() {}

  /// @param text that holds the secret
  record Case(String kind, String secret, String text) {}

  static List<Case> all() {
    return lines("secrets.tsv").stream()
        .map(line -> line.replace(SPLIT, ""))
        .map(line -> line.split("\t", 3))
        .map(cells -> new Case(cells[0], cells[1], cells[2]))
        .toList();
  }

  /// Lines of a resource that are no comments.
  static List<String> lines(String resource) {
    try (InputStream in = InventedSecrets.class.getResourceAsStream("/redaction/" + resource)) {
      if (in == null) {
        throw new AssertionError(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Six characters in a row of the secret that can be read in a text; empty when there are none.
  static String leak(String secret, String text) {
    for (int at = 0; at + LEAK <= secret.length(); at++) {
      String piece = secret.substring(at, at + LEAK);
      if (text.contains(piece)) {
        return piece;
      }
    }
    return "";
  }
}
