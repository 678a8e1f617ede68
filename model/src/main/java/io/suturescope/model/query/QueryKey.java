package io.suturescope.model.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The keys of the query language (cli.md, "Query language"), in the order they are offered.
public enum QueryKey {
  SEVERITY("logged severity, such as high or >=high"),
  STATUS("what CodeSuture says it did"),
  GUARD("guard type, such as null_guard"),
  FN("function, * stands for anything"),
  MODULE("module, * stands for anything"),
  FILE("source file, * stands for anything"),
  EXCEPTION("exception type"),
  STATE("recorded state of the patch"),
  EFFECTIVE("effective state of the patch"),
  VERDICT("shadow verdict"),
  SIGNATURE("signature of the patch"),
  SOURCE("imported folder, file or agent"),
  AGENT("running agent"),
  PYTHON("Python version of the crash, such as 3.12"),
  FINGERPRINT("crash pattern"),
  TTL("time left of the patch, such as <2d"),
  SINCE("from then on: 2d, 12h or 2026-11-01"),
  UNTIL("up to then: 2d, 12h or 2026-11-01"),
  HOUR("hours of the day, such as 09-17"),
  IS("new, dismissed, divergent, removable, regressed or copy");

  private final String meaning;

  QueryKey(String meaning) {
    this.meaning = meaning;
  }

  /// The key as it is typed, without the colon.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One line for the completion list.
  public String meaning() {
    return meaning;
  }

  public static Optional<QueryKey> ofWord(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equalsIgnoreCase(word)).findFirst();
  }

  /// The words that a key accepts and no others; empty for keys with free values.
  public List<String> vocabulary() {
    return switch (this) {
      case SEVERITY -> List.of("critical", "high", "medium", "low", "unknown");
      case STATUS ->
          List.of(
              "patched",
              "replayed",
              "rewound",
              "fallback",
              "skipped",
              "persisted",
              "expired",
              "fixed",
              "unknown");
      case STATE ->
          List.of(
              "detected",
              "patched",
              "replayed",
              "persisted",
              "suggested",
              "verified",
              "fixed",
              "expired",
              "rolled_back",
              "unknown",
              "none");
      case EFFECTIVE ->
          List.of(
              "live",
              "loads",
              "expired_live",
              "expired_loads",
              "reopened",
              "refused",
              "file_gone",
              "memory_only",
              "rolled_back",
              "rolled_back_unproven",
              "fixed");
      case VERDICT -> List.of("justified", "unnecessary", "divergent", "error", "not_run");
      case SIGNATURE -> List.of("valid", "invalid", "unsigned", "no_key", "no_metadata");
      case IS -> List.of("new", "dismissed", "divergent", "removable", "regressed", "copy");
      default -> List.of();
    };
  }
}
