package io.suturescope.model.patch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What an agent saw of a patch in its process and its store.
///
/// @param agent its name
/// @param memory `patched`, `original`, `mixed` or `absent` (control-protocol.md 7.2)
/// @param files true when the patch has files in the agent's store
/// @param recorded states of its lifecycle rows there
/// @param at when the agent was asked
public record AgentSighting(
    String agent, String memory, boolean files, List<PatchState> recorded, Instant at) {

  private static final Duration OLD = Duration.ofMinutes(10);

  public AgentSighting {
    recorded = List.copyOf(recorded);
  }

  /// True when patched code runs there.
  boolean runs() {
    return memory.equals("patched") || memory.equals("mixed");
  }

  /// True when nothing of the patch runs there, or would be loaded at the next start.
  boolean gone() {
    return (memory.equals("original") || memory.equals("absent")) && !files;
  }

  /// What was seen and how long ago.
  String sentence(Instant now) {
    String seen =
        switch (memory) {
          case "patched" -> "it in memory";
          case "mixed" -> "it in memory, in some of its functions,";
          case "original" -> "the original code in memory" + store();
          case "absent" -> "nothing of it in memory" + store();
          default -> "an unknown state of its memory";
        };
    Duration age = Duration.between(at, now);
    return "Agent %s reported %s %s.%s"
        .formatted(
            agent, seen, ago(age), age.compareTo(OLD) > 0 ? " That is old: ask it again." : "");
  }

  private String store() {
    return files ? ", and files in its store," : " and no files";
  }

  private static String ago(Duration age) {
    if (age.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(0, age.toSeconds()) + " s ago";
    }
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return age.toMinutes() + " min ago";
    }
    return age.compareTo(Duration.ofDays(2)) < 0
        ? age.toHours() + " h ago"
        : age.toDays() + " days ago";
  }
}
