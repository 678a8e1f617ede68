package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisCommandTest {

  @TempDir Path home;

  private Ran dis(String... args) {
    List<String> all = new ArrayList<>(List.of("dis"));
    all.addAll(List.of(args));
    return Ran.in(home, all.toArray(String[]::new));
  }

  private static String fixture(String name) {
    return Fixtures.of("bytecode").resolve(name).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "nested-try-3.13.pyc, text, dis-nested-try.txt",
    "nested-try-3.14.marshal, json, dis-nested-try.json",
    "signature-3.11.marshal, text, dis-signature.txt",
    "signature-3.11.marshal, json, dis-signature.json"
  })
  void listsWhatTheGoldenFileSays(String file, String format, String golden) throws IOException {
    Ran ran = dis("--format", format, fixture(file));
    assertThat(ran.code()).as(ran.err()).isZero();
    Fixtures.golden(golden, ran.out().replace(Fixtures.of("bytecode").toString(), "FOLDER"));
  }

  @Test
  void theHeadOfAPycTellsThePythonAndTheOpcodesOfOtherFilesDo() {
    assertThat(dis("--json", fixture("nested-try-3.13.pyc")).out())
        .contains("\"python\":\"3.13\",\"python_evidence\":\"magic\"");
    assertThat(dis("--json", fixture("nested-try-3.14.marshal")).out())
        .contains("\"python\":\"3.14\",\"python_evidence\":\"bytes\"");
  }

  @Test
  void thePythonThatIsAskedForIsTakenAndDoubted() {
    Ran ran = dis("--json", "--python", "3.12", fixture("nested-try-3.14.marshal"));
    assertThat(ran.out()).contains("\"python\":\"3.12\",\"python_evidence\":\"given\"");
    assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
    assertThat(ran.err()).endsWith("nested-try-3.14.marshal: the opcodes are those of 3.14\n");
    assertThat(dis("--python", "3.10", fixture("nested-try-3.14.marshal")).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void codeThatFitsTwoPythonsNamesBoth() {
    assertThat(dis("--json", fixture("empty-3.11-or-3.12.code")).out())
        .contains("\"python\":[\"3.11\",\"3.12\"],\"python_evidence\":\"bytes\"");
    Ran text = dis(fixture("empty-3.11-or-3.12.code"));
    assertThat(text.out()).contains(": Python 3.11 or 3.12, by the opcodes\n");
    assertThat(text.code()).isZero();
  }

  @Test
  void oneUnreadableFileIsNamedAndTheOthersAreListed() throws IOException {
    Path torn = Files.write(home.resolve("torn\u001b.code"), new byte[] {'c', 0, 0});
    Ran ran =
        dis(
            "--json",
            torn.toString(),
            home.resolve("gone").toString(),
            home.toString(),
            fixture("nested-try-3.13.pyc"));
    assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err())
        .contains("torn\\x1b.code: truncated at offset 3\n")
        .contains("gone: no such file\n")
        .contains(home + ": is a folder\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases", "truncated-at-every-byte", "fuzz"})
  void hostileFilesAreListedOrNamedAndNothingElseHappens(String zip) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--json"));
    unpack(CorpusTest.corpus().resolve("hostile/M/" + zip + ".zip"))
        .forEach(file -> arguments.add(file.toString()));
    Ran ran = dis(arguments.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ran.err()).doesNotContain("This should not have happened", "Exception");
    assertThat(ran.out().lines())
        .allMatch(line -> line.startsWith("{\"file\":") && line.endsWith("]}"));
  }

  private List<Path> unpack(Path zip) throws IOException {
    List<Path> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.add(Files.write(home.resolve("hostile-" + files.size()), in.readAllBytes()));
        }
      }
    }
    return files;
  }
}
