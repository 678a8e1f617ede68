package io.suturescope.app.examine;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.diff.Change;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.patch.PythonChoice.Evidence;
import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real patches of a real project, with one thing changed in each test.
class ExaminationTest {

  private static final String DIVISION = "shop.pricing:unit_price:division_guard";
  private static final String STORE = ".codesuture_store/";

  @TempDir Path home;
  private Path shop;

  @BeforeEach
  void copiesTheShop() throws IOException {
    shop = Examined.fixture("shop/project", home.resolve("shop"));
  }

  private void examined(Consumer<Examined> test) {
    try (Examined examined = new Examined(home, Examined.NOW, shop)) {
      test.accept(examined);
    }
  }

  private static List<String> codes(Examination patch) {
    return patch.trust().warnings().stream().map(TrustWarning::code).toList();
  }

  private static List<String> grave(Examination patch) {
    return patch.trust().warnings().stream()
        .filter(TrustWarning::grave)
        .map(TrustWarning::code)
        .toList();
  }

  private static String part(CrashedSource source) {
    return source
        .lines()
        .get(source.crashLine() - source.firstLine())
        .substring(source.from(), source.to());
  }

  private static void edit(Path file, String from, String to) {
    try {
      Files.writeString(file, Files.readString(file).replace(from, to));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void append(Path file, byte... bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aPatchIsComparedWithTheCompiledModule() {
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.original()).isEqualTo(OriginalKind.PYC);
      CodeSide left = patch.left().orElseThrow();
      assertThat(left.title()).isEqualTo("shop/__pycache__/pricing.cpython-313.pyc");
      assertThat(left.note()).contains("of the size that the file has now");
      assertThat(left.listing().root().code().qualname()).isEqualTo("unit_price");
      CodeSide right = patch.right().orElseThrow();
      assertThat(right.title()).isEqualTo("shop.pricing.unit_price.code");
      assertThat(right.sha256()).isEqualTo(patch.trust().codeSha256()).hasSize(64);
      assertThat(patch.python().text()).isEqualTo("3.13");
      assertThat(patch.python().evidence()).isEqualTo(Evidence.INCIDENT);
      var pair = patch.diff().orElseThrow().pairs().getFirst();
      assertThat(pair.count(Change.ADDED)).isPositive();
      assertThat(pair.count(Change.REMOVED)).isZero();
    });
  }

  @Test
  void theFailingPartIsWhatTheStackTraceMarks() {
    examined(workspace -> {
      CrashedSource source = workspace.one(DIVISION).source().orElseThrow();
      assertThat(source.file()).isEqualTo("shop/pricing.py");
      assertThat(source.crashLine()).isEqualTo(3);
      assertThat(source.firstLine()).isEqualTo(1);
      assertThat(part(source)).isEqualTo("sum(amounts) / count");
      assertThat(source.lines()).contains("def unit_price(amounts, count):");
      assertThat(source.note()).contains("quotes the same line");
    });
  }

  /// 3.13 marks nothing where the call is all that is returned.
  @Test
  void withoutAMarkTheOnlyInstructionThatFitsIsTheFailingPart() {
    examined(workspace ->
        assertThat(
                part(
                    workspace
                        .one("shop.pricing:weight:type_coercion_guard")
                        .source()
                        .orElseThrow()))
            .isEqualTo("float(value)"));
  }

  @Test
  void theLineOfAReturnGuardIsTheCallers() {
    examined(workspace -> {
      Examination patch = workspace.one("shop.models:Order.totals:return_guard");
      assertThat(patch.source().orElseThrow().note()).startsWith("The line is the caller's");
      assertThat(patch.right().orElseThrow().listing().root().code().qualname())
          .isEqualTo("Order.totals");
    });
  }

  @Test
  void anOriginalSavedBesideThePatchComesFirst() throws IOException {
    shop = Examined.fixture("library", home.resolve("library"));
    examined(workspace -> {
      Examination patch = workspace.one("sample.price");
      assertThat(patch.original()).isEqualTo(OriginalKind.ORIG_CODE);
      assertThat(patch.left().orElseThrow().title()).isEqualTo("sample.price.orig.code");
      assertThat(patch.python().evidence()).isEqualTo(Evidence.BYTES);
      assertThat(patch.python().text()).isEqualTo("3.11");
      assertThat(patch.incident()).isEmpty();
    });
  }

  @Test
  void withoutAnyOriginalTheGuardIsTakenOut() {
    delete(shop.resolve("shop/__pycache__"));
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.original()).isEqualTo(OriginalKind.RECONSTRUCTED);
      assertThat(patch.left().orElseThrow().note())
          .isEqualTo(
              "Not what ran: the patched code with the recognised guard taken out. Made up because"
                  + " no module compiled by Python 3.13 holds this function.");
      assertThat(patch.left().orElseThrow().sha256()).isEmpty();
    });
  }

  @Test
  void aChangedSourceIsSaid() {
    edit(shop.resolve("shop/pricing.py"), "sum(amounts) / count", "sum(amounts) / max(count, 1)");
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.left().orElseThrow().note())
          .isEqualTo("The source has changed since it was compiled.");
      CrashedSource source = patch.source().orElseThrow();
      assertThat(source.note()).contains("has changed since");
      assertThat(source.from()).isEqualTo(source.to());
      var since = source.sinceCrash().orElseThrow();
      assertThat(since.left()).containsExactly("    per_unit = sum(amounts) / count");
      assertThat(since.right()).containsExactly("    per_unit = sum(amounts) / max(count, 1)");
    });
  }

  @Test
  void withoutTheFileTheQuotedLineIsShown() {
    delete(shop.resolve("shop"));
    examined(workspace -> {
      CrashedSource source = workspace.one(DIVISION).source().orElseThrow();
      assertThat(source.file()).isEmpty();
      assertThat(source.lines()).containsExactly("per_unit = sum(amounts) / count");
      assertThat(part(source)).isEqualTo("sum(amounts) / count");
    });
  }

  @Test
  void aPatchThatIsAsItWasSavedHasOneWarning() {
    examined(workspace -> {
      Trust trust = workspace.one(DIVISION).trust();
      assertThat(trust.signature()).isEqualTo(SignatureState.VALID);
      assertThat(trust.file()).isEqualTo(STORE + "shop.pricing.unit_price.code");
      assertThat(trust.reason()).startsWith("The bytes are those that were saved by someone");
      assertThat(trust.warnings()).extracting(TrustWarning::code).containsOnly("metadata-unsigned");
    });
  }

  @Test
  void bytesThatChangedSinceTheImportAreJudgedAsTheyAre() {
    examined(workspace -> {
      append(shop.resolve(STORE + "shop.pricing.unit_price.code"), (byte) 0);
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.trust().signature()).isEqualTo(SignatureState.INVALID);
      assertThat(codes(patch))
          .containsExactly("code-changed-since-import", "code-damaged", "metadata-unsigned");
      assertThat(patch.right()).isPresent();
    });
  }

  @Test
  void aDamagedCodeFileIsSaidAndStopsNothing() {
    examined(workspace -> {
      edit(shop.resolve(STORE + "shop.pricing.unit_price.json"), "\"thread\"", "\"thread");
      try {
        Files.write(shop.resolve(STORE + "shop.pricing.unit_price.code"), new byte[] {'c', 1, 2});
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.right()).isEmpty();
      assertThat(patch.diff()).isEmpty();
      assertThat(patch.unreadable()).startsWith("The code file cannot be read: ");
      assertThat(grave(patch)).containsExactly("code-unreadable");
      assertThat(codes(patch)).contains("metadata-unreadable");
      assertThat(patch.trust().signature()).isEqualTo(SignatureState.NO_METADATA);
    });
  }

  @Test
  void aSourceThatIsGoneIsSaid() {
    examined(workspace -> {
      delete(shop);
      for (Examination patch : workspace.all()) {
        assertThat(patch.unreadable()).endsWith("cannot be opened now.");
        assertThat(codes(patch)).containsExactly("file-gone");
        assertThat(patch.explanation().text()).isNotEmpty();
      }
    });
  }

  @Test
  void aFileThatIsGoneIsSaid() {
    examined(workspace -> {
      delete(shop.resolve(STORE + "shop.pricing.unit_price.code"));
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.unreadable()).contains("not in its source any more");
      assertThat(codes(patch)).contains("file-gone");
    });
  }

  @Test
  void anotherPythonThatRunsTheProjectIsGrave() throws IOException {
    Files.write(shop.resolve("__pycache__/app.cpython-314.pyc"), new byte[0]);
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(grave(patch)).containsExactly("python-mismatch");
      assertThat(patch.trust().warnings().getFirst().sentence())
          .isEqualTo(
              "It holds bytecode of Python 3.13, but the project has been compiled by Python 3.14:"
                  + " loading it there kills the process with a segmentation fault.");
    });
  }

  @Test
  void anIncidentThatTheBytesContradictIsNotBelieved() {
    edit(
        shop.resolve(".codesuture_incidents/incidents_2026-11-20.jsonl"),
        "\"python_version\": \"3.13",
        "\"python_version\": \"3.11");
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.python().text()).isEqualTo("3.13");
      assertThat(patch.python().evidence()).isEqualTo(Evidence.BYTES);
      assertThat(codes(patch)).contains("python-disagreement", "python-mismatch");
    });
  }

  @Test
  void anExpiredPatchLoadsAllTheSame() {
    try (Examined workspace = new Examined(home, Instant.parse("2027-01-01T00:00:00Z"), shop)) {
      assertThat(codes(workspace.one(DIVISION))).contains("expired-and-loads");
    }
  }

  @Test
  void aChangedTargetContradictsTheIncident() {
    edit(shop.resolve(STORE + "shop.pricing.unit_price.json"), "\"count\"", "\"amounts\"");
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.trust().signature()).isEqualTo(SignatureState.VALID);
      assertThat(codes(patch)).contains("target-conflict");
      assertThat(grave(patch)).isEmpty();
    });
  }

  /// The metadata of a null guard name the attribute, the incident its owner.
  @Test
  void differentTargetsOfANullGuardAreByDesign() {
    examined(workspace ->
        assertThat(codes(workspace.one("shop.cart:Cart.Badge.text:null_guard")))
            .doesNotContain("target-conflict"));
  }

  @Test
  void aRenamedPairIsSaid() throws IOException {
    for (String ending : List.of(".code", ".json")) {
      Files.move(
          shop.resolve(STORE + "shop.pricing.weight" + ending),
          shop.resolve(STORE + "shop.pricing.tier" + ending));
    }
    examined(workspace -> {
      Examination patch =
          workspace.all().stream()
              .filter(each -> each.trust().file().endsWith("tier.code"))
              .findFirst()
              .orElseThrow();
      assertThat(patch.trust().signature()).isEqualTo(SignatureState.VALID);
      assertThat(codes(patch)).contains("name-mismatch");
    });
  }

  @Test
  void aKeyThatOthersCanReadIsSaid() throws IOException {
    Examined.mode(shop.resolve(STORE + "secret.key"), "rw-r--r--");
    examined(
        workspace -> assertThat(codes(workspace.one(DIVISION))).contains("key-readable-by-others"));
  }

  @Test
  void anArchiveGivesTheSame() throws IOException {
    Path zip = home.resolve("shop.zip");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> all = Files.walk(shop)) {
      for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new java.util.zip.ZipEntry("project/" + shop.relativize(path).toString()));
        Files.copy(path, out);
      }
    }
    shop = zip;
    examined(workspace -> {
      Examination patch = workspace.one(DIVISION);
      assertThat(patch.original()).isEqualTo(OriginalKind.PYC);
      assertThat(patch.trust().signature()).isEqualTo(SignatureState.VALID);
      assertThat(part(patch.source().orElseThrow())).isEqualTo("sum(amounts) / count");
    });
  }
}
