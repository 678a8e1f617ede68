package io.suturescope.model.guard;

import io.suturescope.model.bytecode.PyInt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What callers get from a function with a guard, read from its bytecode.
final class GuardSentences {
  private static final Set<String> NOT_OF_NONE =
      Set.of("KeyError", "ZeroDivisionError", "IndexError");

  private final Facts facts;
  private final GuardGroup group;
  private final String function;
  private final String value;

  private GuardSentences(Facts facts, GuardGroup group) {
    this.facts = facts;
    this.group = group;
    this.function = facts.function();
    this.value = group.defaultText();
  }

  static Words sentence(Facts facts, GuardGroup group) {
    return new GuardSentences(facts, group).words();
  }

  private Words words() {
    if (facts.unbound(group).isPresent()) {
      return unbound(facts.unbound(group).get());
    }
    FoundGuard guard = group.first();
    String variable = guard.name("v");
    return switch (group.shape()) {
      case RETURN_IF_NONE -> returnIfNone(variable);
      case RETURN_IF_ATTRIBUTE_NONE ->
          atOnce(Words.of("If ").list(steps(guard), "or").then(" is None"));
      case REPLACE_IF_NONE -> ReplacedVariable.none(facts, variable, value);
      case NUMBER -> ReplacedVariable.number(facts, variable, value);
      case TEXT -> ReplacedVariable.text(facts, variable);
      case INDEX ->
          atOnce(
              Words.of(
                  "If ",
                  guard.name("index"),
                  " is ",
                  "len(" + guard.name("list") + ")",
                  " or more"));
      case LIST_BOUND -> listBound(guard);
      case FILE -> atOnce(Words.of("If there is no file at ", variable));
      case DIVISOR -> divisor();
      case SUBSCRIPT ->
          goesOn(
              "If ",
              " fails because the key is missing or the container is None, ",
              "If a key is missing or its container is None, ");
      case CHAIN ->
          goesOn(
              "If a step of ",
              " is missing or None, ",
              "If a step of a chain of keys is missing, ");
      case CALLABLE ->
          Words.of(
              "If the global ",
              variable,
              " is None, ",
              function,
              " now sets it to a function of CodeSuture's own, for the whole module, and goes on.");
      case RETURN -> result();
    };
  }

  private Words unbound(String variable) {
    boolean checked = facts.question().patched().filter(l -> l.python().equals("3.11")).isPresent();
    return Words.of("", function, " now reads ", variable, " before it has a value: a call ")
        .then(
            checked ? "fails with " : "can end the whole Python process.",
            checked ? "UnboundLocalError" : "",
            checked ? "." : "");
  }

  private Words returnIfNone(String variable) {
    String exception = facts.question().exceptionType();
    Words words = returns(Words.of("If ", variable, " is None"));
    if (!GuardShape.REPLACE_IF_NONE.belongsTo(facts.question().guardType())
        && !facts.question().guardType().isEmpty()) {
      return NOT_OF_NONE.contains(exception)
          ? words.then("the ", exception, " that it was patched for still happens.")
          : words.then("nothing else in it is guarded.");
    }
    return facts.generates() ? words.then(end()) : tail(words);
  }

  private static List<String> steps(FoundGuard guard) {
    List<String> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder(guard.name("v"));
    steps.add(step.toString());
    for (String attribute : guard.attributes()) {
      steps.add(step.append('.').append(attribute).toString());
    }
    return steps;
  }

  private Words atOnce(Words condition) {
    return facts.generates() ? returns(condition).then(end()) : tail(returns(condition));
  }

  private Words returns(Words condition) {
    return facts.generates()
        ? condition.then(", ", function, " now yields nothing more; ")
        : condition.then(", ", function, " now returns ", value, " at once; ");
  }

  private static String end() {
    return "its caller cannot tell this from its usual end.";
  }

  private Words tail(Words words) {
    String same = "its caller cannot tell this from a real ";
    return switch (value) {
      case "None" -> words.then("its caller sees no exception any more.");
      case "''" -> words.then(same + "empty text.");
      case "[]" -> words.then(same + "empty list.");
      case "{}" -> words.then(same + "empty dict.");
      default -> words.then(same, value, ".");
    };
  }

  private Words listBound(FoundGuard guard) {
    String list = guard.name("list");
    if (!(guard.constant("bound") instanceof PyInt(BigInteger bound)) || bound.signum() < 0) {
      return Words.of(
          "Nothing changes for callers: the guard asks whether ",
          list,
          " has more than ",
          guard.boundText(),
          " elements, which is always so.");
    }
    String least = bound.add(BigInteger.ONE).toString();
    return atOnce(
        Words.of(
            "If ",
            list,
            " has fewer than " + least + (least.equals("1") ? " element" : " elements")));
  }

  private Words divisor() {
    List<String> divisors = group.expressions();
    Words words =
        divisors.isEmpty() ? Words.of("If a divisor") : Words.of("If ").list(divisors, "or");
    words.then(" is 0, ", function, " now divides by ", value, " instead");
    return value.equals("1")
        ? words.then(": the quotient is then the number that was to be divided.")
        : words.then(".");
  }

  private Words goesOn(String before, String after, String unknown) {
    List<String> expressions = group.expressions();
    Words words =
        expressions.isEmpty()
            ? Words.of(unknown)
            : Words.of(before).list(expressions, "or").then(after);
    return words.then(
        "",
        function,
        " now goes on with ",
        value,
        " in its place and "
            + (facts.generates() ? "yields" : "returns")
            + " what follows from that.");
  }

  private Words result() {
    Words words = Words.of("Where ", function, " would return None, it now returns ", value);
    return facts.returnsConstantNone()
        ? words.then(
            ", except where its source says ",
            "return None",
            " or just ends: there it still returns None.")
        : tail(words.then("; "));
  }
}
