package io.suturescope.model.origin;

/// A rule of `learned_rules.json` (codesuture.md 11). Its source is shown as text and never run.
///
/// @param functionName qualname it applies to, in any module; empty when the rule lacks it, which
///   stops `codesuture run` (codesuture.md 15.12)
public record LearnedRule(
    String functionName, String exceptionType, String exceptionMessage, String newSource) {}
