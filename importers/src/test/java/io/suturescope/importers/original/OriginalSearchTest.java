package io.suturescope.importers.original;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.codesuture.PatchFiles;
import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OriginalSearchTest {

  private static final String PYC = "shop/__pycache__/pricing.cpython-312.pyc";
  private static final String CODE = ".codesuture_store/shop.pricing.tax.code";

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void copiesTheProject() throws IOException, URISyntaxException {
    project = folder.resolve("project");
    Path from = Path.of(OriginalSearchTest.class.getResource("project").toURI());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(path, project.resolve(from.relativize(path).toString()));
      }
    }
  }

  private SourceTree open() {
    if (SourceTree.open(project) instanceof SourceTree.Opened.Tree(SourceTree tree)) {
      return tree.part("", true);
    }
    throw new AssertionError("cannot be opened");
  }

  private static PyCode patched(SourceTree tree) {
    byte[] bytes = PatchFiles.read(tree, CODE).code().orElseThrow().toArray();
    if (CodeInspector.inspect(bytes) instanceof CodeInspection.Readable readable) {
      return readable.root();
    }
    throw new AssertionError("not readable");
  }

  private static PyCode named(PyCode code, String file, String qualname, int line) {
    return new PyCode(
        code.shape(),
        code.code(),
        code.constants(),
        code.names(),
        code.locals(),
        new CodeOrigin(file, code.name(), qualname, line),
        code.linetable(),
        code.exceptiontable());
  }

  private OriginalResult find(String python) {
    try (SourceTree tree = open()) {
      return new OriginalSearch(tree).find(patched(tree), python, "");
    }
  }

  private OriginalResult findNamed(String file, String qualname, int line, String recorded) {
    try (SourceTree tree = open()) {
      return new OriginalSearch(tree)
          .find(named(patched(tree), file, qualname, line), "3.12", recorded);
    }
  }

  @Test
  void findsTheFunctionInTheCompiledModuleOfItsProject() {
    assertThat(find("3.12"))
        .isInstanceOfSatisfying(
            OriginalResult.Found.class,
            found -> {
              assertThat(found.original().file()).isEqualTo(PYC);
              assertThat(found.original().python()).isEqualTo("3.12");
              assertThat(found.original().code().qualname()).isEqualTo("tax");
              assertThat(found.original().source()).isEqualTo(Original.Source.SAME_SIZE);
              assertThat(found.original().byPath()).isTrue();
              assertThat(found.original().fileSha256()).hasSize(64);
            });
  }

  @Test
  void anotherPythonsModuleIsNoOriginal() {
    assertThat(find("3.11"))
        .isEqualTo(
            new OriginalResult.Missing("no module compiled by Python 3.11 holds this function"));
  }

  @Test
  void saysWhenTheSourceHasChangedOrIsGone() throws IOException {
    Path source = project.resolve("shop/pricing.py");
    Files.writeString(source, "# more\n", StandardOpenOption.APPEND);
    assertThat(find("3.12").toString()).contains("source=CHANGED");
    Files.delete(source);
    assertThat(find("3.12").toString()).contains("source=GONE");
  }

  @Test
  void aFunctionThatBeginsElsewhereIsAnotherState() {
    OriginalResult result = findNamed("/srv/shop/shop/pricing.py", "tax", 400, "");
    assertThat(result.toString())
        .contains("another state of the source: the function begins at line ");
  }

  @Test
  void aFunctionIsFoundByNameAndLineWhenThePathLeadsNowhere() {
    int line;
    try (SourceTree tree = open()) {
      line = patched(tree).firstlineno();
    }
    assertThat(findNamed("/elsewhere/other.py", "tax", line, "").toString())
        .contains("byPath=false");
    assertThat(findNamed("x", "tax", line, "C:\\work\\shop\\pricing.py").toString())
        .contains("byPath=true");
  }

  static List<String> hostileNames() {
    return List.of(
        "../outside/pricing.py",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "/etc/passwd.py",
        "CON",
        "CON.py",
        "\\\\.\\pipe\\x.py",
        "C:\\Windows\\win.py",
        "nul\0.py",
        "\ud800.py",
        ".py",
        "/",
        "",
        "a/".repeat(35_000) + "pricing.py",
        "x".repeat(70_000) + ".py",
        "__pycache__/".repeat(60) + "pricing.py");
  }

  /// What lies outside would fit, if it were opened.
  @ParameterizedTest
  @MethodSource("hostileNames")
  void noNameLeadsOutOfTheSource(String name) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside/__pycache__"));
    Path pyc = project.resolve(PYC);
    Files.move(pyc, outside.resolve("pricing.cpython-312.pyc"));
    Files.createSymbolicLink(pyc, outside.resolve("pricing.cpython-312.pyc"));
    Files.createSymbolicLink(project.resolve("__pycache__"), outside);
    Files.createSymbolicLink(project.resolve("outside"), folder.resolve("outside"));
    int line;
    try (SourceTree tree = open()) {
      line = patched(tree).firstlineno();
    }
    assertThat(findNamed(name, "tax", line, name)).isInstanceOf(OriginalResult.Missing.class);
    assertThat(findNamed("/srv/shop/shop/pricing.py", name, line, name))
        .isInstanceOf(OriginalResult.Missing.class);
  }

  @Test
  void aDamagedModuleIsPassedOver() throws IOException {
    Path pyc = project.resolve(PYC);
    byte[] bytes = Files.readAllBytes(pyc);
    for (int length : new int[] {0, 3, 15, 16, 17, bytes.length / 2, bytes.length - 1}) {
      Files.write(pyc, java.util.Arrays.copyOf(bytes, length));
      assertThat(find("3.12")).isInstanceOf(OriginalResult.Missing.class);
    }
  }

  @Test
  void theFilesOfAPatchAreReadAndVerifiedWhicheverOfThemIsNamed() throws IOException {
    try (SourceTree tree = open()) {
      PatchFiles files = PatchFiles.read(tree, CODE);
      assertThat(files.signature()).isEqualTo(SignatureState.VALID);
      assertThat(PatchFiles.read(tree, CODE.replace("tax.code", "tax.json"))).isEqualTo(files);
      assertThat(PatchFiles.read(tree, CODE.replace("tax.code", "tax.orig.code"))).isEqualTo(files);
    }
    Files.write(project.resolve(CODE), new byte[] {0}, StandardOpenOption.APPEND);
    try (SourceTree tree = open()) {
      assertThat(PatchFiles.read(tree, CODE).signature()).isEqualTo(SignatureState.INVALID);
    }
    Files.delete(project.resolve(".codesuture_store/secret.key"));
    try (SourceTree tree = open()) {
      assertThat(PatchFiles.read(tree, CODE).signature()).isEqualTo(SignatureState.NO_KEY);
    }
  }

  @Test
  void namesOfHostileFilesOpenNothingOutside() {
    try (SourceTree tree = open()) {
      for (String name : hostileNames()) {
        PatchFiles files = PatchFiles.read(tree, name);
        assertThat(files.code()).isEmpty();
        assertThat(files.original()).isEmpty();
      }
    }
  }
}
