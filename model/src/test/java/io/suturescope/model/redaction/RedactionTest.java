package io.suturescope.model.redaction;

import static io.suturescope.model.redaction.Redaction.masked;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.redaction.InventedSecrets.Case;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final List<Case> SECRETS = InventedSecrets.all();

  static List<Case> secrets() {
    return SECRETS;
  }

  static List<String> ordinary() {
    return InventedSecrets.lines("ordinary.txt");
  }

  @Test
  void thereAreAtLeastTwoHundredSecretsToFind() {
    assertThat(SECRETS).hasSizeGreaterThanOrEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void noSixCharactersOfASecretSurvive(Case secret) {
    String shown = masked(secret.text());
    assertThat(InventedSecrets.leak(secret.secret(), shown)).as(shown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void escapedLineEndsAreLineEnds(Case secret) {
    String shown = masked(secret.text().replace("\\n", "\n"));
    assertThat(InventedSecrets.leak(secret.secret(), shown)).as(shown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretInsideAJsonStringIsFoundAsWell(Case secret) {
    String shown = masked("{\"message\": " + json(secret.text()) + ", \"line\": 3}");
    assertThat(InventedSecrets.leak(secret.secret(), shown)).as(shown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "password | 'abc' | '•••'",
        "password | None | None",
        "password | '' | ''",
        "token | True | True",
        "session | {} | {}",
        "session | <Session object at 0x7f00> | <Session object at 0x7f00>",
        "self | <Session token='abc'> | <Session token='•••'>",
        "credentials | ['ann', 3] | [•••]",
        "apiKey | 12345 | •••",
        "secret | b'0123456789abcdef' | b'••••••'",
        "key | 'head' | 'head'",
        "user | 'ann' | 'ann'",
        "HOME | /home/ann | •••",
        "LANG | C.UTF-8 | C.UTF-8",
        "os.environ | {'APP': 'x1', 'TZ': 'UTC'} | {'APP': '•••', 'TZ': 'UTC'}"
      })
  void theNameDecidesAndTheKindOfValueIsSeen(String name, String value, String shown) {
    assertThat(masked(name, value)).isEqualTo(shown);
  }

  @Test
  void anEnvironmentShowsItsNamesAndHardlyAnyValue() {
    assertThat(
            masked(
                "environ({'LANG': 'C.UTF-8', 'PYTHONHOME': '/opt/py', 'HOME': '/srv', 'PATH':"
                    + " '/usr/loc..."))
        .isEqualTo("environ({'LANG': 'C.UTF-8', 'PYTHONHOME': '•••', 'HOME': '•••', 'PATH': '•••");
  }

  @Test
  void equalSecretsAreNotSeenToBeEqual() {
    assertThat(masked("a_token='first1', b_token='second'"))
        .isEqualTo("a_token='•••', b_token='•••'");
  }

  @Test
  void ofAnAddressSchemeAndHostAreShown() {
    assertThat(Redaction.maskedAddress("https://ann@hooks.example.invalid/T0/B0?x=1"))
        .isEqualTo("https://hooks.example.invalid/•••");
    assertThat(Redaction.maskedAddress("no address at all")).isEqualTo("•••");
    assertThat(Redaction.maskedAddress("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a ",
        "\\\"a \\\\\\'b ",
        "{",
        "password=(",
        "key=key=",
        "A=A=",
        "'a':x=",
        "://hooks.",
        "a@",
        "-hf_aaaa",
        "-----BEGIN ",
        "4111 1111 ",
        "password is ",
        "curl -u x ",
        "<password>",
        "environ(",
        "abcdefghijklmnopqrstuvwxyzabcdef ",
        "{'env':",
        "\\",
        "'\n"
      })
  void aMegabyteOfNonsenseIsReadToItsEnd(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertThat(masked(text).length()).isPositive();
    assertThat(masked("password", text).length()).isPositive();
  }

  @Property
  void anyTextIsMaskedWithoutAnException(@ForAll String name, @ForAll String text) {
    assertThat(masked(text)).isNotNull();
    assertThat(masked(name, text)).isNotNull();
  }

  @Property
  void noSecretSurvivesInAnyReprCutAnywhere(
      @ForAll("reprs") Repr repr, @ForAll @IntRange(min = 0, max = 600) int cut) {
    String text = repr.text().substring(0, Math.min(repr.text().length(), cut));
    String shown = masked(text);
    assertThat(InventedSecrets.leak(repr.secret(), shown)).as(text + "\n" + shown).isEmpty();
  }

  record Repr(String secret, String text) {}

  @Provide
  Arbitrary<Repr> reprs() {
    Arbitrary<Case> secret =
        Arbitraries.of(
            SECRETS.stream()
                .filter(
                    one -> one.secret().chars().allMatch(c -> c > ' ' && "'\"\\".indexOf(c) < 0))
                .toList());
    Arbitrary<String> holder =
        Arbitraries.of(
            "'password': '%s'",
            "api_key='%s'",
            "'Authorization': 'Bearer %s'",
            "\"token\": \"%s\"",
            "secret=b'%s'",
            "('cookie', '%s')",
            "'url': 'postgres://ann:%s@db1/x'",
            "'auth': {'k': ['%s']}",
            "'env': {'A': '%s'}",
            "clientSecret=('%s', 1)");
    Arbitrary<String> filler =
        Arbitraries.of(
            "'a': 1",
            "b=None",
            "'it\\'s'",
            "\"it's\"",
            "[1, 2]",
            "{'x': {}}",
            "<A object at 0x7f>",
            "'C:\\\\'",
            "key='head'",
            "'user': 'ann'",
            "f(x=3)",
            "token=None",
            "'größe'");
    Arbitrary<String> wrap = Arbitraries.of("{%s}", "User(%s)", "[%s]", "(%s,)", "{'n': [{%s}]}");
    return Combinators.combine(secret, holder, filler.list().ofMaxSize(6), filler, wrap)
        .as((one, frame, before, after, around) -> {
          String inside = String.join(", ", before) + (before.isEmpty() ? "" : ", ");
          String entry = frame.replace("%s", one.secret());
          return new Repr(one.secret(), around.replace("%s", inside + entry + ", " + after));
        });
  }

  private static String json(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
