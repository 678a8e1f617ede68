package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/// Whatever the bytes are, reading them ends in a value or a reason, never in an exception.
class HostileBytesProperties {
  private static final List<byte[]> SAMPLES = Samples.all().stream().map(Samples::bytes).toList();

  /// One changed byte: where, as a share of the whole, and to what.
  record Change(int position, byte value) {}

  @Property(tries = 2_000)
  void anyBytesEndInAValueOrAReason(@ForAll @Size(max = 300) byte[] bytes) {
    endsWell(bytes);
  }

  @Property(tries = 2_000)
  void bytesOfTypeCodesEndInAValueOrAReason(@ForAll("typeCodes") byte[] bytes) {
    endsWell(bytes);
  }

  @Property(tries = 3_000)
  void damagedCodeEndsInAValueOrAReason(
      @ForAll("samples") byte[] sample, @ForAll("changes") List<Change> changes) {
    byte[] bytes = sample.clone();
    changes.forEach(change -> bytes[change.position() % bytes.length] = change.value());
    endsWell(bytes);
  }

  @Property(tries = 500)
  void cutCodeIsTruncated(@ForAll("samples") byte[] sample, @ForAll("positions") int position) {
    int size = position % sample.length;
    assertThat(CodeInspector.inspect(Arrays.copyOf(sample, size)))
        .isEqualTo(new CodeInspection.Unreadable("truncated at offset " + size, size));
  }

  private static void endsWell(byte[] bytes) {
    switch (CodeInspector.inspect(bytes)) {
      case CodeInspection.Readable readable ->
          assertThat(readable.warnings()).hasSizeLessThanOrEqualTo(21).doesNotContain("");
      case CodeInspection.Unreadable(String reason, long offset) -> {
        assertThat(reason).isNotBlank();
        assertThat(offset).isBetween(0L, (long) bytes.length);
      }
    }
    if (MarshalReader.read(bytes) instanceof MarshalResult.Value value) {
      assertThat(value.consumed()).isBetween(1, bytes.length);
    }
  }

  @Provide
  Arbitrary<byte[]> typeCodes() {
    byte[] codes = "NTF.Sr0()[]<>{:cziIlfgxyusatAZ".getBytes(StandardCharsets.US_ASCII);
    Arbitrary<Byte> plain = Arbitraries.integers().between(0, codes.length - 1).map(i -> codes[i]);
    Arbitrary<Byte> kept = plain.map(code -> (byte) (code | 0x80));
    return Arbitraries.frequencyOf(
            Tuple.of(4, plain),
            Tuple.of(3, kept),
            Tuple.of(4, Arbitraries.bytes().between((byte) 0, (byte) 3)))
        .array(byte[].class)
        .ofMaxSize(300);
  }

  @Provide
  Arbitrary<byte[]> samples() {
    return Arbitraries.of(SAMPLES);
  }

  @Provide
  Arbitrary<Integer> positions() {
    return Arbitraries.integers().between(0, 1_000_000);
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(positions(), Arbitraries.bytes())
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
