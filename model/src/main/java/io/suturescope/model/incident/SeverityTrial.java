package io.suturescope.model.incident;

import io.suturescope.model.incident.SeverityTrace.Outcome;
import io.suturescope.model.incident.SeverityTrace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One record before the rules, first to last.
final class SeverityTrial {

  private final SeverityRules rules;
  private final String guard;
  private final String module;
  private final String function;
  private final int hits;

  SeverityTrial(SeverityRules rules, String guard, String module, String function, int hits) {
    this.rules = rules;
    this.guard = guard;
    this.module = module;
    this.function = function;
    this.hits = hits;
  }

  /// What a rule says of the record.
  ///
  /// @param severity empty when it does not match
  private record Answer(Optional<Severity> severity, String why) {

    static Answer yes(Severity severity, String why) {
      return new Answer(Optional.of(severity), why);
    }

    static Answer no(String why) {
      return new Answer(Optional.empty(), why);
    }
  }

  private record Rule(String condition, Supplier<Answer> ask) {}

  SeverityTrace trace() {
    List<Step> steps = new ArrayList<>();
    boolean decided = false;
    for (Rule rule : all()) {
      int number = steps.size() + 1;
      if (decided) {
        steps.add(new Step(number, rule.condition(), Outcome.NOT_REACHED, "", Optional.empty()));
        continue;
      }
      Answer answer = rule.ask().get();
      decided = answer.severity().isPresent();
      Outcome outcome = decided ? Outcome.DECIDES : Outcome.NO_MATCH;
      steps.add(new Step(number, rule.condition(), outcome, answer.why(), answer.severity()));
    }
    return new SeverityTrace(steps);
  }

  private List<Rule> all() {
    return List.of(
        new Rule(
            "the guard is always critical: " + listed(Severity.CRITICAL),
            () -> byGuard(Severity.CRITICAL, " is always critical")),
        new Rule("module or function holds a sensitive word", this::sensitive),
        new Rule(
            "the request was POST, PUT, DELETE or PATCH",
            () -> Answer.no("no log holds the HTTP method")),
        new Rule(
            "the guard is high: " + listed(Severity.HIGH),
            () -> byGuard(Severity.HIGH, " is high")),
        new Rule("first occurrence: hit count 0", this::first),
        new Rule("the guard is medium: " + listed(Severity.MEDIUM), this::medium),
        new Rule(
            "the guard is low: " + listed(Severity.LOW), () -> byGuard(Severity.LOW, " is low")),
        new Rule("anything else", this::other));
  }

  private String listed(Severity severity) {
    List<String> guards =
        rules.guards().entrySet().stream()
            .filter(entry -> entry.getValue() == severity)
            .map(Map.Entry::getKey)
            .toList();
    return guards.isEmpty() ? "none is" : String.join(", ", guards);
  }

  private Answer byGuard(Severity severity, String said) {
    return has(severity) ? Answer.yes(severity, guard + said) : otherGuard();
  }

  private boolean has(Severity severity) {
    return rules.guards().get(guard) == severity;
  }

  private Answer otherGuard() {
    return Answer.no(guard.isEmpty() ? "there is no guard" : "the guard is " + guard);
  }

  private Answer sensitive() {
    Optional<String> word = rules.sensitiveWord(module, function);
    if (word.isEmpty()) {
      return Answer.no("the name holds no sensitive word");
    }
    boolean critical = rules.criticalWhenSensitive().contains(guard);
    return Answer.yes(
        critical ? Severity.CRITICAL : Severity.HIGH,
        "the name holds the sensitive word " + word.get());
  }

  private Answer first() {
    return hits == 0
        ? Answer.yes(Severity.HIGH, "first occurrence")
        : Answer.no("the hit count is " + hits);
  }

  private boolean repeated() {
    return hits >= rules.repeatThreshold();
  }

  private Severity usual() {
    return repeated() ? Severity.LOW : Severity.MEDIUM;
  }

  private Answer medium() {
    return has(Severity.MEDIUM)
        ? Answer.yes(usual(), guard + (repeated() ? " seen before is low" : " is medium"))
        : otherGuard();
  }

  private Answer other() {
    return Answer.yes(usual(), repeated() ? "seen before, no other rule" : "no other rule");
  }
}
