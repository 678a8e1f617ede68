package io.suturescope.model.guard;

import io.suturescope.model.bytecode.CodeDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is worth knowing besides the sentence.
final class GuardDetails {
  private final Facts facts;
  private final List<String> details = new ArrayList<>();

  private GuardDetails(Facts facts) {
    this.facts = facts;
  }

  static List<String> of(Facts facts) {
    GuardDetails details = new GuardDetails(facts);
    facts
        .question()
        .diff()
        .map(CodeDiff::pairs)
        .filter(pairs -> !pairs.isEmpty() && pairs.getFirst().left().isPresent())
        .ifPresent(pairs -> details.details.add(InsertedCode.of(pairs.getFirst())));
    facts.main().ifPresent(details::shape);
    details.repeated();
    details.others();
    return details.details;
  }

  private void shape(GuardGroup group) {
    switch (group.shape()) {
      case RETURN_IF_NONE, RETURN_IF_ATTRIBUTE_NONE, INDEX, LIST_BOUND, FILE ->
          details.add("The whole function returns: nothing after the guard runs then.");
      case SUBSCRIPT -> {
        later(group);
        details.add("An index that is out of range, in a list, still fails.");
      }
      case CHAIN -> {
        later(group);
        details.add(
            "Every step is read with `get`: a step that is no dict fails with `AttributeError`.");
      }
      case NUMBER -> {
        if (!facts.collectsArguments(group.first().name("v"))) {
          details.add(
              "Text such as `' 12'` or `'+5'`, which `int` accepts, is replaced as well; None is"
                  + " not.");
        }
      }
      case DIVISOR ->
          details.add(
              "Every `/` of the function is guarded, "
                  + group.places().size()
                  + " in all; `/=` is not.");
      case CALLABLE -> details.add("The process must be able to import CodeSuture for that.");
      case RETURN ->
          details.add(
              "The recorded file and line may be those of the code that used the result, not of this"
                  + " function.");
      default -> {}
    }
  }

  private void later(GuardGroup group) {
    if (group.defaultText().equals("None")) {
      details.add("Where None will not do, the function fails later, with another message.");
    }
  }

  private void repeated() {
    Optional<GuardGroup> main = facts.main();
    int times = main.map(group -> group.places().size()).orElse(0);
    boolean once =
        main.filter(group ->
                switch (group.shape()) {
                  case DIVISOR, SUBSCRIPT, CHAIN, RETURN -> true;
                  default -> false;
                })
            .isPresent();
    if (times > 1 && !once) {
      details.add(
          "The same guard is there "
              + times
              + " times: the function was patched again, as happens when it crashes again.");
    }
  }

  private void others() {
    Optional<GuardGroup> main = facts.main();
    facts.groups().stream()
        .filter(group -> main.filter(group::equals).isEmpty())
        .map(group ->
            "The function holds another guard too. " + GuardSentences.sentence(facts, group).text())
        .forEach(details::add);
  }
}
