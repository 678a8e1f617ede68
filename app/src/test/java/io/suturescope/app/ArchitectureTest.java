package io.suturescope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The arrows of docs/architecture.md. A new arrow is a decision: change this test together with
/// the document.
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.suturescope");

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }

  @Test
  void modelKnowsTheJdkOnly() {
    holds(
        classes()
            .that()
            .resideInAPackage("io.suturescope.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "io.suturescope.model..", "java..", "javax.crypto..", "org.jspecify.."));
  }

  @Test
  void importersKnowTheModelOnly() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.suturescope.importers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.suturescope.views..",
                "io.suturescope.app..",
                "javafx..",
                "java.sql..",
                "java.net.http..",
                "okhttp3.."));
  }

  @Test
  void viewsKnowTheModelOnly() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.suturescope.views..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.suturescope.importers..",
                "io.suturescope.app..",
                "tools.jackson..",
                "java.sql..",
                "okhttp3.."));
  }

  @Test
  void screensAndCommandLineNeverTouchTheToolkit() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.suturescope.app.screens..",
                "io.suturescope.app.cli..",
                "io.suturescope.app.digest..",
                "io.suturescope.app.examine..",
                "io.suturescope.app.imports..",
                "io.suturescope.app.life..",
                "io.suturescope.app.store..",
                "io.suturescope.app.settings..",
                "io.suturescope.app.work..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx.."));
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("io.suturescope.app.store..", "io.suturescope.app.foreign..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."));
  }

  @Test
  void onlyTheAgentPackageSpeaksHttp() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.suturescope.app.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "java.net.http.."));
  }

  @Test
  void onlyTheSecretsPackageKnowsTheKeychain() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.suturescope.app.secrets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javakeyring.."));
  }

  @Test
  void theAgentPackageKnowsNoScreenNorCommand() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage("io.suturescope.app.agent..", "io.suturescope.app.secrets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.suturescope.app.screens..",
                "io.suturescope.app.cli..",
                "io.suturescope.views..",
                "javafx.."));
  }

  @Test
  void theStoreKnowsNoScreenNorCommand() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "io.suturescope.app.store..",
                "io.suturescope.app.imports..",
                "io.suturescope.app.digest..",
                "io.suturescope.app.export..",
                "io.suturescope.app.examine..",
                "io.suturescope.app.life..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.suturescope.app.screens..",
                "io.suturescope.app.cli..",
                "io.suturescope.views.."));
  }

  @Test
  void theCommandLineKnowsNoScreen() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.suturescope.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.suturescope.app.screens..", "io.suturescope.views.."));
  }

  @Test
  void viewsOfDifferentScreensDoNotKnowEachOther() {
    for (String screen :
        List.of("alerts", "digest", "incidents", "patches", "sources", "today", "verdicts")) {
      holds(
          noClasses()
              .that()
              .resideInAPackage("io.suturescope.views." + screen + "..")
              .should()
              .dependOnClassesThat(
                  DescribedPredicate.describe(
                      "are another screen's",
                      other ->
                          List.of("incidents", "patches", "sources", "today", "frame").stream()
                              .filter(name -> !name.equals(screen))
                              .anyMatch(name ->
                                  other
                                      .getPackageName()
                                      .startsWith("io.suturescope.views." + name)))));
    }
  }

  @Test
  void onlyWorkStartsThreads() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.suturescope.app.work..")
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "starts a thread",
                    call ->
                        call.getTargetOwner().isAssignableTo(java.util.concurrent.Executors.class)
                            || (call.getTargetOwner().isEquivalentTo(Thread.class)
                                && List.of("start", "startVirtualThread", "ofVirtual", "ofPlatform")
                                    .contains(call.getName())))));
  }

  @Test
  void nothingIsMutableAndStatic() {
    holds(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.suturescope..")
            .and()
            .areStatic()
            .should()
            .beFinal());
  }

  @Test
  void namesSayWhatAThingIs() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("io.suturescope..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Service|Impl|Base|Common)"));
  }
}
