package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.guard.GuardExplanation;
import io.suturescope.model.guard.GuardQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The sentences about every different patch of the corpus, one golden file for each guard and
/// Python (`explanations/3.11-null_guard.txt`).
class ExplanationTest {
  private static final Path ACTUAL = Path.of("target", "explanations");

  private static final List<String> GUARDS =
      List.of(
          "null_guard",
          "key_guard",
          "subscript_guard",
          "chain_subscript_guard",
          "index_guard",
          "list_bound_guard",
          "division_guard",
          "str_coerce_guard",
          "type_coercion_guard",
          "file_guard",
          "callable_guard",
          "return_guard",
          "autonomous_rule");

  @Test
  void everyPatchIsExplainedAsItsGoldenFileSays() throws IOException {
    Map<String, StringBuilder> written = new TreeMap<>();
    for (GuardCase one : GuardCase.all()) {
      // The metadata of the only callable guard are torn.
      String guard = one.guard().equals("torn") ? "callable_guard" : one.guard();
      written
          .computeIfAbsent(one.python() + "-" + guard, _ -> new StringBuilder())
          .append(told(one));
    }
    List<String> different = new ArrayList<>();
    Files.createDirectories(ACTUAL);
    for (Map.Entry<String, StringBuilder> golden : written.entrySet()) {
      String name = golden.getKey() + ".txt";
      if (!golden.getValue().toString().equals(expected(name))) {
        Files.writeString(ACTUAL.resolve(name), golden.getValue());
        different.add(name);
      }
    }
    for (String guard : GUARDS) {
      List<String> without =
          List.of("3.11", "3.12", "3.13").stream()
              .filter(python -> !written.containsKey(python + "-" + guard))
              .toList();
      if (!without.isEmpty()) {
        System.out.println("no patch in the corpus: " + guard + " " + without);
      }
    }
    assertThat(different).as("see " + ACTUAL.toAbsolutePath()).isEmpty();
  }

  private static String expected(String name) {
    try (InputStream stream = ExplanationTest.class.getResourceAsStream("explanations/" + name)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String told(GuardCase one) {
    GuardExplanation explanation = GuardExplanation.of(question(one));
    StringBuilder text = new StringBuilder(one.name()).append('\n');
    text.append("  ").append(explanation.text()).append('\n');
    explanation.details().forEach(detail -> text.append("  + ").append(detail).append('\n'));
    explanation.warnings().forEach(warning -> text.append("  ! ").append(warning).append('\n'));
    return text.append('\n').toString();
  }

  private static GuardQuestion question(GuardCase one) {
    String base = one.text("base");
    String module = module(base, one.patched().root().code().qualname());
    return new GuardQuestion(
        one.recorded(),
        one.text("target"),
        one.text("default_value"),
        module,
        base.substring(module.length() + 1),
        one.text("exception_type"),
        Optional.of(one.patched()),
        Optional.of(CodeDiff.between(one.original(), one.patched())));
  }

  private static String module(String base, String qualname) {
    return base.endsWith("." + qualname)
        ? base.substring(0, base.length() - qualname.length() - 1)
        : base.substring(0, base.indexOf('.'));
  }
}
