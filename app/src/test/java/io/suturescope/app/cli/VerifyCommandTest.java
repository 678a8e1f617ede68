package io.suturescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  @TempDir Path home;

  private Ran verify(Path path, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "--now=2026-11-21T09:00:00Z";
    args[1] = "verify";
    args[2] = path.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Ran.in(home, args);
  }

  private String plain(String text, Path source) throws IOException {
    return text.replace(source.toRealPath().toString(), "SOURCE");
  }

  private Path copy(String fixture, String name) throws IOException {
    return Fixtures.copy(Fixtures.of(fixture), home.resolve(name));
  }

  @Test
  void printsTheStateOfEveryPatchAsDocumented() throws IOException {
    Path shop = copy("shop/project", "shop");
    Ran ran = verify(shop, "--json");
    Fixtures.golden("verify-shop.json", plain(ran.out(), shop));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    Map<?, ?> report = (Map<?, ?>) Json.parse(ran.out());
    assertThat((List<?>) report.get("patches")).hasSize(12);
  }

  @Test
  void aPersonReadsOneLineEach() throws IOException {
    Fixtures.golden("verify-shop.txt", verify(copy("shop/project", "shop")).out());
  }

  @Test
  void aSignatureThatDoesNotVerifyNeedsAttention() throws IOException {
    Path project = copy("invalid-signature", "invalid");
    Ran ran = verify(project);
    assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
    Fixtures.golden("verify-invalid.txt", ran.out());
    assertThat(verify(project, "-q").out().lines())
        .anyMatch(line -> line.startsWith("invalid"))
        .noneMatch(line -> line.startsWith("valid"));
  }

  @Test
  void anotherPythonThatRunsTheProjectNeedsAttention() throws IOException {
    Path shop = copy("shop/project", "shop");
    Files.write(shop.resolve("__pycache__/app.cpython-314.pyc"), new byte[0]);
    Ran ran = verify(shop);
    assertThat(ran.code()).isEqualTo(ExitCode.ATTENTION);
    assertThat(ran.out()).contains("  ! python-mismatch: ").contains("12 need attention.");
  }

  @Test
  void folderPieceAndArchiveGiveTheSamePatches() throws IOException {
    Path shop = copy("shop/project", "shop");
    Path zip = Fixtures.zip(shop, home.resolve("shop.zip"), "");
    Object folder = patches(verify(shop, "--json"));
    assertThat(patches(verify(shop.resolve(".codesuture_store"), "--json"))).isEqualTo(folder);
    String archive = verify(zip, "--json").out();
    assertThat(archive).contains("\"signature\":\"valid\"").doesNotContain("invalid");
  }

  private static Object patches(Ran ran) {
    return ((Map<?, ?>) Json.parse(ran.out())).get("patches");
  }

  @Test
  void whatIsNothingWeKnowIsRefused() throws IOException {
    Ran ran = verify(Files.createDirectory(home.resolve("empty")));
    assertThat(ran.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("nothing in it is known");
  }

  @Test
  void noWorkspaceIsMadeAndTheSourceIsAsItWas() throws IOException {
    Path shop = copy("shop/project", "shop");
    var before = Fixtures.state(shop);
    verify(shop);
    assertThat(Fixtures.state(shop)).isEqualTo(before);
    assertThat(home.resolve("data")).doesNotExist();
  }
}
