package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final String SHOP_LINES =
      "\"lines\":{\"total\":27,\"accepted\":27,\"blank\":0,\"problems\":0}";

  @TempDir Path home;

  private Ran run(String... args) {
    return Ran.in(home, args);
  }

  private Ran importJson(Path... paths) {
    String[] args = new String[paths.length + 2];
    args[0] = "import";
    args[1] = "--json";
    for (int i = 0; i < paths.length; i++) {
      args[i + 2] = paths[i].toString();
    }
    return run(args);
  }

  /// The report without what differs from run to run and from machine to machine.
  private String plain(String text, Path source) throws IOException {
    return text.replace(source.toRealPath().toString(), "SOURCE")
        .replace(home.toRealPath().toString(), "HOME")
        .replace(home.toString(), "HOME")
        .replaceAll("\"took_ms\":\\d+", "\"took_ms\":0");
  }

  @Test
  void theReportIsAsDocumented() throws IOException {
    Path shop = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("shop"));
    Ran ran = importJson(shop);
    Fixtures.golden("import-shop.json", plain(ran.out(), shop));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void aPersonReadsWhatWasFound() throws IOException {
    Path shop = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("shop"));
    Fixtures.golden("import-shop.txt", plain(run("import", shop.toString()).out(), shop));
  }

  @Test
  void importingTwiceChangesNothing() {
    Path shop = Fixtures.of("shop/project");
    importJson(shop);
    Ran second = importJson(shop);
    assertThat(second.code()).isZero();
    assertThat(second.out())
        .contains(SHOP_LINES)
        .contains("\"crashes\":14,\"verification_copies\":13,\"new\":0,\"already_known\":14}")
        .contains("\"files\":{\"read\":0,");
    assertThat(run("incidents", "--json").out().lines()).hasSize(14);
  }

  @Test
  void appendedLinesAreReadByTheNextImport() throws IOException {
    Path project = Fixtures.copy(Fixtures.of("api"), home.resolve("api"));
    importJson(project);
    Path log = project.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl");
    String line = Files.readAllLines(log).getFirst().replaceFirst("[0-9a-f]{12}", "abcdefabcdef");
    Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
    assertThat(importJson(project).out())
        .contains("\"crashes\":5,\"verification_copies\":0,\"new\":1,\"already_known\":4}");
  }

  @Test
  void aTornLineIsAProblemWithFileLineAndExcerpt() throws IOException {
    Path torn = Fixtures.copy(Fixtures.of("torn"), home.resolve("torn"));
    Ran ran = importJson(torn);
    assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
    Fixtures.golden("import-torn.json", plain(ran.out(), torn));
    Fixtures.golden("import-torn.txt", plain(run("import", torn.toString()).out(), torn));
  }

  @Test
  void aSignatureThatDoesNotVerifyNeedsAttention() {
    Path project = Fixtures.of("invalid-signature");
    Ran ran = importJson(project);
    assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
    assertThat(ran.out()).contains("\"signature\":{\"valid\":1,\"invalid\":1,");
    assertThat(run("import", project.toString()).out())
        .contains("! 1 signature does not verify: CodeSuture will refuse to load it.");
  }

  @Test
  void whatCannotBeReadDoesNotKeepTheRestOut() throws IOException {
    Path nothing = Files.createDirectory(home.resolve("nothing"));
    Path missing = home.resolve("missing");
    Ran ran = importJson(missing, Fixtures.of("shop/project"), nothing);
    assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ran.out()).contains(SHOP_LINES).contains("\"refused\":[{\"path\":");
    assertThat(ran.err().lines()).hasSize(2);
    assertThat(ran.err()).contains(missing + ": ", nothing + ": nothing in it is known");
  }

  @Test
  void aFileThatIsNoWorkspaceIsRefusedAndLeftAlone() throws IOException {
    Path file = Files.writeString(home.resolve("letter.txt"), "Dear Sir or Madam,\n".repeat(100));
    Ran ran = run("import", Fixtures.of("api").toString(), "--workspace", file.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.WORKSPACE);
    assertThat(ran.err()).contains("letter.txt");
    assertThat(file).hasContent("Dear Sir or Madam,\n".repeat(100));
  }

  @Test
  void aPieceOfAProjectBringsTheWholeProject() throws IOException {
    Path shop = Fixtures.of("shop/project");
    Path piece = shop.resolve(".codesuture_store");
    Ran ran = run("import", piece.toString());
    assertThat(ran.out())
        .startsWith(
            "Imported project %s because %s belongs to it.\n".formatted(shop.toRealPath(), piece));
    assertThat(importJson(piece).out()).contains("\"widened_from\":");
  }

  @Test
  void sixShapesOfTheSameProjectGiveTheSameNumbers() throws IOException {
    Path shop = Fixtures.of("shop/project");
    Path zip = Fixtures.zip(shop, home.resolve("shop.zip"), "");
    Path nested = Fixtures.zip(shop, home.resolve("nested.zip"), "backup/shop/");
    Path[] shapes = {
      shop,
      shop.resolve(".codesuture_store"),
      shop.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl"),
      shop.resolve(".codesuture_store/secret.key"),
      zip,
      nested
    };
    for (Path shape : shapes) {
      Ran ran = importJson(shape);
      assertThat(ran.code()).as(shape.toString()).isZero();
      assertThat(ran.out())
          .as(shape.toString())
          .contains(SHOP_LINES)
          .contains(
              "\"patches\":{\"code_files\":12,\"original_code_files\":0,\"metadata_files\":12}")
          .contains("\"lifecycle\":{\"entries\":12,")
          .contains("\"alerts\":4,\"rewinds\":2,\"fingerprints\":11,");
    }
  }

  @Test
  void theSourceIsAsItWas() throws IOException {
    Path project = Fixtures.copy(Fixtures.of("shop/project"), home.resolve("shop"));
    var before = Fixtures.state(project);
    importJson(project);
    importJson(project.resolve(".codesuture_incidents"));
    assertThat(Fixtures.state(project)).isEqualTo(before);
  }
}
