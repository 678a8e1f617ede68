package io.suturescope.importers.codesuture;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.origin.ImportProblem.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs every case of the hostile corpus and compares with what its table says.
class HostileCasesTest {

  private static final Pattern ROW =
      Pattern.compile("\\| ([A-Z])(\\d{3}\\S*) \\| (.*) \\| ([^|]*) \\| ([^|]*) \\|");
  private static final Pattern PATCHES = Pattern.compile("(\\d+) patch");
  private static final Pattern INCIDENTS = Pattern.compile("(\\d+)(?: to \\d+)? incidents");
  private static final Pattern ENTRIES = Pattern.compile("(\\d+) lifecycle entr");

  /// What a case is expected to leave behind, read from the words of the table.
  private enum Message {
    PROBLEM,
    WARNING,
    EITHER,
    /// No problem; a warning is allowed.
    ANY,
    /// The table leaves the choice.
    FREE
  }

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCaseEndsAsTheTableSays() throws IOException {
    Path hostile = Drop.corpus().resolve("hostile");
    for (String area : List.of("A", "C", "H", "J", "K", "L", "M", "R", "T")) {
      Drop.unzip(hostile.resolve(area + "/cases.zip"), folder.resolve(area));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(hostile.resolve("EXPECT.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String name = row.group(1) + row.group(2);
        Path project = folder.resolve(row.group(1)).resolve(name).resolve("project");
        tests.add(
            DynamicTest.dynamicTest(
                name + ": " + row.group(4),
                () -> check(project, name, row.group(4), row.group(5))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(280);
    return tests.stream();
  }

  private static void check(Path project, String name, String expected, String survive) {
    Recorded got = Drop.on(project);
    assertThat(got.patches).hasSizeGreaterThanOrEqualTo(number(PATCHES, survive));
    assertThat(got.incidents).hasSizeGreaterThanOrEqualTo(number(INCIDENTS, survive));
    assertThat(got.lifecycle).hasSizeGreaterThanOrEqualTo(number(ENTRIES, survive));
    assertThat(got.lines.total())
        .isEqualTo(got.lines.accepted() + got.lines.blank() + got.lines.problems());
    assertThat(got.incidents).hasSize((int) got.lines.accepted());
    List<String> own =
        got.problems.stream()
            .filter(problem -> !problem.reason().contains("can be read by other users"))
            .map(problem -> problem.weight() + " " + problem.file() + ": " + problem.reason())
            .toList();
    boolean problem = got.of(Weight.PROBLEM).size() > 0;
    boolean warning = own.stream().anyMatch(each -> !each.startsWith("PROBLEM"));
    switch (message(name, expected)) {
      case PROBLEM -> assertThat(problem).as("%s -> %s", expected, own).isTrue();
      case WARNING -> assertThat(warning && !problem).as("%s -> %s", expected, own).isTrue();
      case EITHER -> assertThat(warning || problem).as("%s -> %s", expected, own).isTrue();
      case ANY -> assertThat(problem).as("%s -> %s", expected, own).isFalse();
      case FREE -> {}
    }
  }

  private static Message message(String name, String expected) {
    if (name.startsWith("K00") && expected.startsWith("show as text")) {
      return name.compareTo("K008") < 0 ? Message.EITHER : Message.ANY;
    }
    boolean choice =
        expected.contains(" or quarantine")
            || expected.contains("quarantine, or")
            || expected.contains(", or decode")
            || expected.contains(", or accept with");
    if (choice) {
      return Message.FREE;
    }
    if (expected.startsWith("quarantine")) {
      return Message.PROBLEM;
    }
    boolean warn =
        (expected.contains("warn") && !expected.contains("where it is not usable"))
            || expected.contains("'unsigned")
            || expected.contains("cannot be checked")
            || expected.contains("missing")
            || expected.contains("dismissed")
            || expected.contains("do not follow");
    return warn ? Message.WARNING : Message.ANY;
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
