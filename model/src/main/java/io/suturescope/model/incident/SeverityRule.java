package io.suturescope.model.incident;

/// The short form of {@link SeverityRules#CODESUTURE}, so that logged and recomputed severity can
/// be shown side by side.
public final class SeverityRule {

  private SeverityRule() {}

  /// A severity and the rule that gave it.
  ///
  /// @param number of the rule in codesuture.md 4, 1 to 8
  /// @param because one plain clause
  public record Judgement(Severity severity, int number, String because) {}

  /// The first rule that matches.
  public static Judgement recompute(Incident incident) {
    return shortened(SeverityRules.CODESUTURE.trace(incident));
  }

  /// The same, from the parts that matter.
  public static Judgement recompute(String guard, String module, String function, int hitCount) {
    return shortened(SeverityRules.CODESUTURE.trace(guard, module, function, hitCount));
  }

  private static Judgement shortened(SeverityTrace trace) {
    SeverityTrace.Step winner = trace.winner();
    return new Judgement(trace.severity(), winner.number(), winner.why());
  }
}
