package io.suturescope.model.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The rules by which CodeSuture says it judges severity (codesuture.md 4), applied again to a
/// record, so that logged and recomputed severity can be shown side by side.
///
/// What no log holds cannot be recomputed: the HTTP method (rule 3) is taken as absent, and hit
/// counts (rules 5, 6, 8) as recorded.
public final class SeverityRule {

  private static final List<String> SENSITIVE =
      List.of(
          "auth",
          "payment",
          "security",
          "admin",
          "login",
          "credential",
          "token",
          "secret",
          "encrypt",
          "decrypt",
          "billing",
          "transaction");
  private static final Set<String> SENSITIVE_CRITICAL =
      Set.of("callable_guard", "division_guard", "type_coercion_guard");
  private static final Set<String> HIGH_GUARDS =
      Set.of("chain_subscript_guard", "type_coercion_guard");
  private static final Set<String> MEDIUM_GUARDS =
      Set.of(
          "null_guard",
          "key_guard",
          "subscript_guard",
          "division_guard",
          "index_guard",
          "list_bound_guard");
  private static final Set<String> LOW_GUARDS = Set.of("file_guard", "str_coerce_guard");
  private static final int REPEATED = 3;

  private SeverityRule() {}

  /// A severity and the rule that gave it.
  ///
  /// @param number of the rule in codesuture.md 4, 1 to 8
  /// @param because one plain clause
  public record Judgement(Severity severity, int number, String because) {}

  /// The first rule that matches.
  public static Judgement recompute(Incident incident) {
    return recompute(
        incident.guardType(), incident.module(), incident.function(), incident.hitCount());
  }

  /// The same, from the parts that matter.
  public static Judgement recompute(String guard, String module, String function, int hitCount) {
    if (guard.equals("callable_guard")) {
      return new Judgement(Severity.CRITICAL, 1, "callable_guard is always critical");
    }
    Optional<String> word = sensitiveWord(module, function);
    if (word.isPresent()) {
      Severity severity = SENSITIVE_CRITICAL.contains(guard) ? Severity.CRITICAL : Severity.HIGH;
      return new Judgement(severity, 2, "the name holds the sensitive word " + word.get());
    }
    if (HIGH_GUARDS.contains(guard)) {
      return new Judgement(Severity.HIGH, 4, guard + " is high");
    }
    if (hitCount == 0) {
      return new Judgement(Severity.HIGH, 5, "first occurrence");
    }
    boolean repeated = hitCount >= REPEATED;
    Severity usual = repeated ? Severity.LOW : Severity.MEDIUM;
    if (MEDIUM_GUARDS.contains(guard)) {
      return new Judgement(usual, 6, guard + (repeated ? " seen before is low" : " is medium"));
    }
    if (LOW_GUARDS.contains(guard)) {
      return new Judgement(Severity.LOW, 7, guard + " is low");
    }
    return new Judgement(usual, 8, repeated ? "seen before, no other rule" : "no other rule");
  }

  public static Optional<String> sensitiveWord(String module, String function) {
    String lowerModule = module.toLowerCase(Locale.ROOT);
    String lowerFunction = function.toLowerCase(Locale.ROOT);
    return SENSITIVE.stream()
        .filter(w -> lowerModule.contains(w) || lowerFunction.contains(w))
        .findFirst();
  }
}
