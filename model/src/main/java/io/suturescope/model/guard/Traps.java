package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.incident.SeverityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a guard is known to get wrong (codesuture.md 2, 8, 15), as warnings.
final class Traps {
  private static final Set<String> NUMERIC_ARITHMETIC = Set.of("0", "0.0", "1", "1.0");

  private final Facts facts;
  private final GuardQuestion question;
  private final List<String> warnings = new ArrayList<>();

  private Traps(Facts facts) {
    this.facts = facts;
    this.question = facts.question();
  }

  static List<String> of(Facts facts) {
    Traps traps = new Traps(facts);
    traps.repeats();
    traps.files();
    traps.madeUp();
    traps.shared();
    traps.disagreements();
    traps.handlers();
    return traps.warnings;
  }

  private Optional<GuardShape> shape() {
    return facts.main().map(GuardGroup::shape);
  }

  private void repeats() {
    boolean entry =
        shape().filter(s -> s == GuardShape.RETURN_IF_NONE).isPresent()
            && !GuardShape.REPLACE_IF_NONE.belongsTo(question.guardType())
            && GuardShape.knows(question.guardType());
    if (entry) {
      warnings.add(
          "In functions with exception handlers (`try`, `with`, generators) CodeSuture only tests a"
              + " variable at the start: the crash can come again.");
    }
    if (question.guardType().equals("division_guard")) {
      List<String> others = Divisions.leftAlone(facts.rest());
      if (!others.isEmpty()) {
        warnings.add(
            "Only `/` is guarded: `"
                + String.join("`, `", others)
                + "` in this function still fails.");
      }
    }
    if (question.guardType().equals("autonomous_rule")) {
      warnings.add("A rule of this kind replaces the whole function: read its new code.");
    }
  }

  private void files() {
    boolean file =
        shape().map(s -> s == GuardShape.FILE).orElse(question.guardType().equals("file_guard"));
    if (file) {
      warnings.add(
          "The guard needs `os` among the globals of the module: without `import os` there, every"
              + " call fails with `NameError`.");
    }
  }

  private void madeUp() {
    String value = facts.main().map(GuardGroup::defaultText).orElse(facts.recordedDefault());
    if (value.isEmpty()) {
      return;
    }
    SeverityRules.CODESUTURE
        .sensitiveWord(question.module(), question.function())
        .ifPresent(word ->
            warnings.add(
                "The value `"
                    + value
                    + "` is made up, in code whose name speaks of money or access (`"
                    + word
                    + "`)."));
    boolean flows =
        shape()
            .filter(s ->
                s == GuardShape.DIVISOR
                    || s == GuardShape.SUBSCRIPT
                    || s == GuardShape.CHAIN
                    || s == GuardShape.NUMBER
                    || s == GuardShape.REPLACE_IF_NONE)
            .isPresent();
    if (flows
        && NUMERIC_ARITHMETIC.contains(value)
        && facts.rest().stream().anyMatch(unit -> unit.is("BINARY_OP"))) {
      warnings.add("The function calculates: its results may rest on the made-up `" + value + "`.");
    }
  }

  private void shared() {
    String qualname = facts.code().map(c -> c.code().qualname()).orElse("");
    int inner = qualname.lastIndexOf("<locals>.");
    String bare = inner < 0 ? qualname : qualname.substring(inner + "<locals>.".length());
    if (inner >= 0 && !question.function().isEmpty() && !question.function().endsWith(bare)) {
      warnings.add(
          "The patched code is `"
              + qualname
              + "`: every function with the same decorator shares it and is patched as well.");
    }
    if (question.function().endsWith("<lambda>") || question.function().endsWith("_lambda_")) {
      warnings.add(
          "All lambdas of a module share one patch file: the last patch replaces the others.");
    }
  }

  private void disagreements() {
    if (facts.code().isEmpty()) {
      return;
    }
    Optional<GuardGroup> main = facts.main();
    if (main.isEmpty()) {
      boolean explained =
          question.guardType().equals("division_guard") && Divisions.unguarded(facts.rest());
      if (!explained && !question.guardType().equals("autonomous_rule")) {
        warnings.add(
            "The bytecode holds no guard in a shape that is known: the sentence rests on the metadata alone.");
      }
      return;
    }
    if (!question.guardType().isEmpty() && !main.get().shape().belongsTo(question.guardType())) {
      warnings.add(
          "The metadata call the guard `"
              + question.guardType()
              + "`; the bytecode holds another one, which the sentence describes.");
    }
    String value = main.get().defaultText();
    String recorded = facts.recordedDefault();
    if (!value.isEmpty() && !recorded.isEmpty() && !value.equals(recorded)) {
      warnings.add(
          "The metadata name the default `" + recorded + "`; the bytecode uses `" + value + "`.");
    }
    target(main.get());
  }

  // A null guard records the attribute, a return guard the variable of the caller.
  private void target(GuardGroup main) {
    List<String> subjects = main.first().subjects();
    if (main.shape().belongsTo(question.guardType())
        && !question.guardType().equals("null_guard")
        && !question.target().isEmpty()
        && !subjects.isEmpty()
        && !subjects.contains(question.target())) {
      warnings.add(
          "The metadata name `"
              + question.target()
              + "`; the bytecode tests `"
              + String.join("`, `", subjects)
              + "`.");
    }
  }

  private void handlers() {
    int size = facts.code().map(CodeListing::code).map(c -> c.stacksize()).orElse(0);
    boolean damaged =
        facts.code().stream()
            .flatMap(c -> c.exceptionTable().stream())
            .anyMatch(entry -> entry.depth() > size);
    if (damaged) {
      warnings.add(
          "The exception table of the patched code is damaged: `try` may not work in this function.");
    }
  }
}
