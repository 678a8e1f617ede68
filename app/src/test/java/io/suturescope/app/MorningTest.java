package io.suturescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.query.IncidentQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The main job in the real window: drop a project, read what happened.
@Timeout(180)
class MorningTest {

  @TempDir Path folder;

  private Path sample() {
    return Sample.unpack(folder.resolve("sample"));
  }

  private OpenWindow window() {
    return new OpenWindow(folder.resolve("night.suturescope"));
  }

  @Test
  void aNewWorkspaceOffersTheSampleAndOneClickOpensIt() {
    try (OpenWindow window = window()) {
      assertThat(window.texts()).anyMatch(text -> text.contains("sample"));
      OpenWindow.onFx(() -> {
        window.session().frame().openSample();
        return true;
      });
      window.settle();
      assertThat(window.texts()).anyMatch(text -> text.contains("4,787 crashes from 5 sources"));
      window.picture("sample");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void todayLeadsToTheSourceThatShowsADefect() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      window.drop(sample().resolve("shop-after-upgrade"));
      OpenWindow.onFx(() -> {
        window.session().frame().screenChosen("today");
        return true;
      });
      window.settle();
      window.robot.clickOn("See sources");
      window.settle();
      assertThat(window.session().frame().screen().id()).isEqualTo("sources");
      assertThat(window.texts()).anyMatch(text -> text.contains("segmentation fault"));
      window.picture("defect");
    }
  }

  @Test
  void aDroppedFolderBecomesRows() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      assertThat(window.texts())
          .contains("refund_rate", "33 crashes from 1 source")
          .anyMatch(text -> text.startsWith("Imported shop: 33 crashes"));
      window.picture("dropped");
      assertThat(window.broken).isEmpty();
    }
  }

  @Test
  void aDroppedFileBringsItsProjectAndSaysSo() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop/.codesuture_store/__main__.greeting.json"));
      assertThat(window.texts())
          .contains("33 crashes from 1 source")
          .anyMatch(text -> text.startsWith("Imported project shop, to which"));
    }
  }

  @Test
  void aTypedQueryLimitsTheRows() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      window.robot.type(KeyCode.SLASH);
      window.robot.write("severity:critical");
      window.settle();
      window.robot.type(KeyCode.ESCAPE);
      window.robot.type(KeyCode.ENTER);
      window.settle();
      assertThat(window.session().frame().query().text()).isEqualTo("severity:critical");
      assertThat(window.texts()).contains("refund_rate", "charge_cents").doesNotContain("greeting");
    }
  }

  @Test
  void aQueryThatCannotBeUnderstoodIsExplainedAndChangesNothing() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      window.search("severty:high");
      assertThat(window.session().frame().query()).isEqualTo(IncidentQuery.ALL);
      assertThat(window.texts()).anyMatch(text -> text.contains("There is no key severty:"));
    }
  }

  @Test
  void aBrushOnTheTimelineBecomesAQuery() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("history-30d-invented"));
      Node canvas = window.scene().lookup(".timeline Canvas");
      OpenWindow.onFx(() -> {
        mouse(canvas, MouseEvent.MOUSE_PRESSED, 400);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, 500);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, 700);
        mouse(canvas, MouseEvent.MOUSE_RELEASED, 700);
        return true;
      });
      window.settle();
      String query = window.session().frame().query().text();
      assertThat(query).matches("since:2026-\\S+Z until:2026-\\S+Z");
      long brushed = window.store().reading().counts(window.session().frame().query()).total();
      assertThat(brushed).isPositive().isLessThan(4700);
      window.picture("brushed");
    }
  }

  private static void mouse(Node node, EventType<MouseEvent> type, double x) {
    node.fireEvent(
        new MouseEvent(
            type,
            x,
            40,
            x,
            40,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    Path project = manyIncidents(150_000);
    try (OpenWindow window = window()) {
      OpenWindow.onFx(() -> {
        window.session().frame().dropped(List.of(project));
        return true;
      });
      OpenWindow.await(() -> window.texts().stream().anyMatch(text -> text.contains("lines of")));
      OpenWindow.onFx(() -> {
        window.session().frame().importCancelled();
        return true;
      });
      window.settle();
      assertThat(window.store().reading().counts(IncidentQuery.ALL).total()).isZero();
      assertThat(window.texts()).anyMatch(text -> text.contains("was cancelled"));
      assertThat(window.broken).isEmpty();
    }
  }

  private Path manyIncidents(int count) throws IOException {
    Path log = folder.resolve("large/.codesuture_incidents/incidents_2026-11-20.jsonl");
    Files.createDirectories(log.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int i = 0; i < count; i++) {
        out.write(
            "{\"incident_id\": \"%012x\", \"timestamp\": \"2026-11-20T%02d:%02d:%02d.%06d+00:00\","
                    .formatted(i, i / 3600 % 24, i / 60 % 60, i % 60, i)
                + " \"fingerprint\": \"6a3492997bed3a26\", \"exception_type\": \"KeyError\","
                + " \"exception_message\": \"'k"
                + i % 1000
                + "'\", \"module\": \"m\", \"function\": \"f"
                + i % 300
                + "\", \"severity\": \"HIGH\", \"status\": \"patched\"}\n");
      }
    }
    return folder.resolve("large");
  }

  @Test
  void whatCouldNotBeReadStandsWithFileLineAndReason() throws IOException {
    Path project = sample().resolve("api");
    Path log;
    try (var files = Files.list(project.resolve(".codesuture_incidents"))) {
      log = files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
    Files.writeString(log, Files.readString(log) + "{\"incident_id\": \"torn");
    try (OpenWindow window = window()) {
      window.drop(project);
      OpenWindow.onFx(() -> {
        window.session().frame().problemsOpened();
        return true;
      });
      window.settle();
      assertThat(window.texts())
          .anyMatch(text -> text.contains("1 problem"))
          .anyMatch(text -> text.contains("not JSON"));
      window.picture("problems");
    }
  }

  @Test
  void importingTwiceChangesNothing() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      window.drop(sample().resolve("shop"));
      assertThat(window.texts())
          .contains("33 crashes from 1 source")
          .anyMatch(text -> text.contains("0 of them new"));
    }
  }

  @Test
  void aRowOpensAndShowsItsCrashes() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("history-30d-invented"));
      int before = rows(window);
      window.robot.type(KeyCode.RIGHT);
      window.settle();
      assertThat(rows(window)).isGreaterThan(before);
      window.robot.type(KeyCode.J);
      window.robot.type(KeyCode.J);
      window.settle();
      window.picture("opened");
      window.robot.type(KeyCode.K);
      window.robot.type(KeyCode.K);
      window.robot.type(KeyCode.LEFT);
      window.settle();
      assertThat(rows(window)).isEqualTo(before);
      assertThat(window.broken).isEmpty();
    }
  }

  private static int rows(OpenWindow window) {
    return OpenWindow.onFx(() ->
        ((javafx.scene.control.ListView<?>) window.scene().lookup(".row-table .list-view"))
            .getItems()
            .size());
  }

  @Test
  void theQueryAndTheScreenAreBackAfterARestart() {
    try (OpenWindow window = window()) {
      window.drop(sample().resolve("shop"));
      window.search("guard:key_guard");
    }
    try (OpenWindow window = window()) {
      window.settle();
      assertThat(window.session().frame().query().text()).isEqualTo("guard:key_guard");
      assertThat(window.session().frame().screen().id()).isEqualTo("incidents");
      assertThat(window.texts()).contains("import_record").doesNotContain("greeting");
    }
  }

  @Test
  void whatIsAppendedWhileTheWindowIsOpenShowsUp() throws IOException {
    Path project = sample().resolve("api");
    try (OpenWindow window = window()) {
      window.drop(project);
      assertThat(window.texts()).contains("3 crashes from 1 source");
      Path log;
      try (var files = Files.list(project.resolve(".codesuture_incidents"))) {
        log = files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      }
      String first = Files.readAllLines(log).getFirst();
      Files.writeString(
          log,
          Files.readString(log)
              + first.replaceFirst("\"incident_id\": \"\\w+\"", "\"incident_id\": \"0123456789ab\"")
              + "\n");
      OpenWindow.await(() -> window.texts().contains("4 crashes from 1 source"));
    }
  }
}
