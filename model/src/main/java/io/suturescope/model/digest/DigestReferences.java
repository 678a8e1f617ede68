package io.suturescope.model.digest;

import io.suturescope.model.digest.DigestNumber.Counted;
import io.suturescope.model.digest.DigestSpan.Linked;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives every number the command that prints what it counts; equal commands are one reference.
final class DigestReferences {

  private final ZoneId zone;
  private final Instant now;
  private final Map<String, Integer> commands = new LinkedHashMap<>();
  private final List<Optional<DigestNumber>> numbers = new ArrayList<>();

  DigestReferences(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  Linked of(DigestNumber number) {
    return new Linked(number.value(), reference(command(number), Optional.of(number)));
  }

  Linked of(long value, String command) {
    return new Linked(value, reference(command, Optional.empty()));
  }

  List<String> all() {
    return new ArrayList<>(commands.keySet());
  }

  /// What each command counts.
  List<Optional<DigestNumber>> numbers() {
    return List.copyOf(numbers);
  }

  private int reference(String command, Optional<DigestNumber> number) {
    return commands.computeIfAbsent(
        command,
        _ -> {
          numbers.add(number);
          return numbers.size();
        });
  }

  private String command(DigestNumber number) {
    String query = quoted(number.query().text());
    // Whether a patch has expired is a matter of the moment.
    return number.counted() == Counted.PATCHES
        ? "suturescope patches --now " + now + " " + query
        : "suturescope incidents" + zoned() + " " + query + counted(number.counted());
  }

  private static String counted(Counted counted) {
    return switch (counted) {
      case INCIDENTS, PATCHES -> "";
      case PATTERNS -> " (different fingerprints)";
      case FUNCTIONS -> " (different pairs of module and function)";
      case NOT_PATCHED -> " (of the event log)";
    };
  }

  /// The option that makes days those of the digest.
  String zoned() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "" : " --zone " + zone;
  }

  /// As one word of a shell.
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
