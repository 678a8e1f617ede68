package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile `.code` files and what is said about each: `hostile/*.code`, `hostile/expected.txt`.
class HostileCodeTest {
  static Stream<String> expectations() {
    return new String(Samples.bytes("hostile/expected.txt"), StandardCharsets.UTF_8).lines();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void hostileCodeIsToldAsExpected(String expectation) {
    String name = expectation.substring(0, expectation.indexOf(" | "));
    byte[] bytes = Samples.bytes("hostile/" + name + ".code");
    assertThat(name + " | " + Samples.told(CodeInspector.inspect(bytes))).isEqualTo(expectation);
  }

  @Test
  void aQualifiedNameOfManyCharactersIsAWarningThatStaysShort() {
    byte[] bytes =
        new MarshalBytes()
            .raw("c" + "\0".repeat(20) + "s\0\0\0\0)\0)\0)\0s\0\0\0\0z\1fz\1na")
            .int32(70_000)
            .raw("A".repeat(70_000))
            .int32(1)
            .raw("s\0\0\0\0s\0\0\0\0")
            .bytes();
    assertThat(CodeInspector.inspect(bytes))
        .isInstanceOfSatisfying(
            CodeInspection.Readable.class,
            readable ->
                assertThat(readable.warnings())
                    .anyMatch(warning -> warning.startsWith("the qualified name has 70000"))
                    .allMatch(warning -> warning.length() < 200));
  }

  @Test
  void hiddenCharactersInTheNamesOfVariablesAreAWarning() {
    byte[] bytes =
        new MarshalBytes()
            .raw("c" + "\0".repeat(20) + "s\0\0\0\0)\0)\1u\3\0\0\0\u00e2\u0080\u00ae")
            .raw(")\0s\0\0\0\0z\1fz\1nz\1q")
            .int32(1)
            .raw("s\0\0\0\0s\0\0\0\0")
            .bytes();
    assertThat(Samples.told(CodeInspector.inspect(bytes)))
        .contains("a name in the code holds characters that cannot be seen in 'q'");
  }

  @Test
  void everyTruncationIsNamedWithItsOffset() {
    byte[] good = Samples.good();
    for (int size = 0; size < good.length; size++) {
      byte[] cut = Arrays.copyOf(good, size);
      assertThat(CodeInspector.inspect(cut))
          .isEqualTo(new CodeInspection.Unreadable("truncated at offset " + size, size));
    }
  }

  @Test
  void samplesOfEveryPythonFitItAndCauseNoWarning() {
    TreeMap<String, List<String>> pythons = new TreeMap<>();
    Samples.all()
        .forEach(file -> {
          String name = String.valueOf(file.getFileName());
          CodeInspection.Readable readable =
              (CodeInspection.Readable) CodeInspector.inspect(Samples.bytes(file));
          assertThat(readable.warnings()).as(name).isEmpty();
          assertThat(readable.pythons()).as(name).contains(name.substring(2, 6));
          pythons.merge(
              name.substring(2, 6),
              readable.pythons(),
              (one, two) -> one.size() < two.size() ? one : two);
        });
    assertThat(pythons.values())
        .containsExactly(List.of("3.11"), List.of("3.12"), List.of("3.13"), List.of("3.14"));
  }
}
