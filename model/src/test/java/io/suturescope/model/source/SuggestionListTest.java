package io.suturescope.model.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of suggestions and the files made of it.
class SuggestionListTest {
  private static final String FILE =
      "import os\n\n\ndef f(a):\n    return a[0]\n\n\nx = y\nz = f(x)\n";

  private static Incident incident(
      String module, String function, int line, Optional<String> fix, boolean verified) {
    return new Incident(
        "id",
        Optional.empty(),
        "",
        "TypeError",
        "",
        module,
        function,
        line,
        "/srv/app/" + module + ".py",
        List.of(),
        Severity.LOW,
        IncidentStatus.PATCHED,
        "null_guard",
        "a\u001b[31m",
        "null",
        fix,
        "LIKELY",
        "",
        "3.11.7",
        "1.1.0",
        7,
        1,
        "",
        verified,
        Map.of());
  }

  private static Incident crash(String module, String function, int line, String was, String is) {
    String diff = "@@ -" + line + ",1 +" + line + ",1 @@\n-" + was + "\n+" + is;
    return incident(module, function, line, Optional.of(diff), false);
  }

  private static List<SuggestionList.Entry> list(Incident... incidents) {
    return SuggestionList.of(
        List.of(incidents),
        path ->
            Optional.of(
                SourceText.of(
                    path.substring("/srv/app/".length()), Bytes.copyOf(FILE.getBytes(UTF_8)))));
  }

  @Test
  void theLastOfAFunctionAndGuardIsListedWhereTheFirstWas() {
    List<SuggestionList.Entry> entries =
        list(
            crash("m", "f", 5, "    return a[0]", "    return a[1]"),
            crash("m", "g", 8, "x = y", "x = 1"),
            crash("m", "f", 5, "    return a[0]", "    return a[2]"),
            incident("m", "f", 5, Optional.empty(), false));
    assertThat(entries)
        .extracting(entry -> entry.fix().fix().suggested())
        .containsExactly("    return a[2]", "x = 1");
  }

  @Test
  void functionsOfTheSameNameInTwoModulesStayApart() {
    assertThat(list(crash("m", "get", 8, "x = y", "x = 1"), crash("n", "get", 8, "x = y", "x = 1")))
        .hasSize(2);
  }

  @Test
  void aVerifiedCopyMakesItsSuggestionVerified() {
    assertThat(SuggestedFix.of(incident("m", "f", 1, Optional.of("x"), true)).orElseThrow())
        .extracting(SuggestedFix::confidence)
        .isEqualTo("VERIFIED");
  }

  private static List<SuggestionList.Entry> several() {
    return list(
        crash("m", "f", 5, "    return a[0]", "    return a[0] if a else None"),
        crash("m", "g", 8, "x = y", "x = y or 1"),
        crash("m", "h", 8, "x = y", "x = y or 2"),
        crash("m", "i", 9, "z = f(x)", "f(x)"),
        crash("n", "f", 9, "z = f(x)", "z = f(\"\u00fc\\\")"),
        crash("n", "g", 9, "z = f(x)", "z = f(\"\u00fc\")"));
  }

  @Test
  void thePatchHoldsWhatIsUsableAndNamesTheRest() {
    assertThat(new String(SuggestionListText.patch(several()), UTF_8))
        .isEqualTo(
            """
            # m:f, null_guard on a [31m: included
            # m:g, null_guard on a [31m: included
            # m:h, null_guard on a [31m: left out, usable but not together with one above
            # m:i, null_guard on a [31m: left out, changes_statement
            # n:f, null_guard on a [31m: left out, does_not_parse
            # n:g, null_guard on a [31m: included
            --- a/m.py
            +++ b/m.py
            @@ -2,8 +2,8 @@
            \s
            \s
             def f(a):
            -    return a[0]
            +    return a[0] if a else None
            \s
            \s
            -x = y
            +x = y or 1
             z = f(x)
            --- a/n.py
            +++ b/n.py
            @@ -6,4 +6,4 @@
            \s
            \s
             x = y
            -z = f(x)
            +z = f("ü")
            """);
  }

  @Test
  void gitAppliesThePatchOfTheWholeList(@TempDir Path folder)
      throws IOException, InterruptedException {
    Git.orSkip();
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("m.py"), FILE);
    Files.writeString(project.resolve("n.py"), FILE);
    Path patch = Files.write(folder.resolve("the.patch"), SuggestionListText.patch(several()));
    assertThat(Git.apply(project, patch)).isEmpty();
    assertThat(project.resolve("m.py")).content().contains("x = y or 1\nz = f(x)\n");
    assertThat(project.resolve("n.py")).content().endsWith("z = f(\"ü\")\n");
  }

  @Test
  void theTextCallsEachAHintAndHasNoControlCharacters() {
    String text = SuggestionListText.text(several());
    assertThat(text)
        .startsWith("6 suggestions. Each is a hint of a template, not a tested fix.\n\nm:f\n")
        .contains("  File: /srv/app/m.py:5\n")
        .contains("  Label: changes_statement. It drops the assignment to `z`")
        .contains("  Original: x = y\n  Fix: x = y or 1\n")
        .doesNotContain("\u001b");
  }

  @Test
  void theJsonHasOneObjectALine() {
    String json =
        SuggestionListText.json(list(crash("m", "f", 8, "x = y", "x = \"\\\t\u2028\ud800\"")));
    assertThat(json)
        .isEqualTo(
            "{\"module\": \"m\", \"function\": \"f\", \"file\": \"/srv/app/m.py\", \"line\": 8,"
                + " \"guard\": \"null_guard\", \"target\": \"a\\u001b[31m\", \"confidence\":"
                + " \"LIKELY\", \"original\": \"x = y\", \"suggested\": \"x ="
                + " \\\"\\\\\\t\\u2028\\ud800\\\"\", \"diff\": \"@@ -8,1 +8,1 @@\\n-x = y\\n+x ="
                + " \\\"\\\\\\t\\u2028\\ud800\\\"\", \"label\": \"does_not_parse\", \"reason\":"
                + " \"The suggestion has characters that the encoding of the file cannot"
                + " write.\"}\n");
  }
}
