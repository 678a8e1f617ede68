package io.suturescope.importers.marshal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// Warnings about one file: each once, and not more than a person would read.
final class Warnings {
  private static final int LIMIT = 20;

  private final SequencedSet<String> kept = new LinkedHashSet<>();
  private boolean more;

  void add(String warning) {
    if (kept.size() < LIMIT) {
      kept.add(warning);
    } else {
      more |= !kept.contains(warning);
    }
  }

  List<String> all() {
    return more ? Stream.concat(kept.stream(), Stream.of("and more")).toList() : List.copyOf(kept);
  }
}
