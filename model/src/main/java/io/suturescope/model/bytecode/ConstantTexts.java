package io.suturescope.model.bytecode;

import java.util.IdentityHashMap;

/// Constants as text that tells them apart: `repr`, so that `1`, `1.0` and `True` differ; sets in a
/// fixed order, since theirs has no meaning; code objects by their qualified names.
final class ConstantTexts {

  private static final int LONGEST = 2_000;

  private final IdentityHashMap<PyValue, String> known = new IdentityHashMap<>();

  String of(PyValue value) {
    return known.computeIfAbsent(value, ConstantTexts::text);
  }

  private static String text(PyValue value) {
    return switch (value) {
      case PyCode code -> "code " + code.qualname();
      case PySet set when set.items().size() <= LONGEST -> sorted(set);
      default -> PyRepr.of(value, LONGEST, 14);
    };
  }

  private static String sorted(PySet set) {
    String items =
        String.join(
            ", ", set.items().stream().map(item -> PyRepr.of(item, LONGEST, 14)).sorted().toList());
    return set.frozen() ? "frozenset({" + items + "})" : "{" + items + "}";
  }
}
