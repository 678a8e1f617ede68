package io.suturescope.importers.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.PyRendering;
import io.suturescope.model.bytecode.PyTuple;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Bytes made to exhaust stack, memory or time.
class MarshalBoundsTest {
  // So generous that only an exponential or quadratic reader would ever reach it.
  private static final Duration FOR_EVER = Duration.ofMinutes(2);

  private static String failure(byte[] bytes) {
    return switch (MarshalReader.read(bytes)) {
      case MarshalResult.Value value -> throw new AssertionError(value);
      case MarshalResult.Failed(String reason, long _) -> reason;
    };
  }

  @Test
  void nestingBeyondTheLimitIsRefusedWithoutStackOverflow() {
    assertThat(failure(new MarshalBytes().raw(")\1".repeat(60_000) + "N").bytes()))
        .isEqualTo("nested deeper than 2000 levels");
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    byte[] bytes = new MarshalBytes().raw(")\1".repeat(MarshalReader.MAX_DEPTH) + "N").bytes();
    assertThat(MarshalReader.read(bytes)).isInstanceOf(MarshalResult.Value.class);
  }

  @Test
  void nestedCodeBeyondTheLimitIsRefused() {
    MarshalBytes code = new MarshalBytes().raw("N");
    for (int level = 0; level < 1_001; level++) {
      code = new MarshalBytes().codeAround(code);
    }
    assertThat(CodeInspector.inspect(code.bytes()))
        .isInstanceOfSatisfying(
            CodeInspection.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).startsWith("nested deeper"));
  }

  @Test
  void depthBuiltByReferencesIsRefused() {
    // Flat in the bytes: each tuple refers to the one before it.
    MarshalBytes bytes = new MarshalBytes().type('(').int32(2_501).raw("\u00a9\0");
    for (int slot = 0; slot < 2_500; slot++) {
      bytes.raw("\u00a9\1r").int32(slot);
    }
    assertThat(failure(bytes.bytes())).isEqualTo("nested deeper than 2000 levels");
  }

  @Test
  void sharedTuplesAreNeverExpanded() {
    MarshalBytes bytes = new MarshalBytes().raw("(").int32(42).raw("\u00a9\0");
    for (int level = 0; level < 41; level++) {
      bytes.raw("\u00a9\n");
      for (int copy = 0; copy < 10; copy++) {
        bytes.raw("r").int32(level);
      }
    }
    Assertions.assertTimeoutPreemptively(
        FOR_EVER,
        () -> {
          MarshalResult.Value read = (MarshalResult.Value) MarshalReader.read(bytes.bytes());
          PyTuple tuple = (PyTuple) read.value();
          assertThat(tuple.items().getLast().hashCode()).isNotZero();
          assertThat(tuple).isEqualTo(tuple).hasToString("tuple of 42");
          assertThat(PyRendering.shortened(tuple, 200)).hasSizeLessThanOrEqualTo(203);
        });
  }

  @Test
  void declaredSizesAloneAllocateNothing() {
    for (char type : "s(l[<>aAut".toCharArray()) {
      byte[] bytes = new MarshalBytes().type(type).int32(Integer.MAX_VALUE).raw("NNNN").bytes();
      assertThat(failure(bytes)).isEqualTo("truncated at offset 9");
    }
  }

  @Test
  void nestedDeclaredSizesDoNotAddUp() {
    // Two thousand open tuples, each of which declares as many parts as there are bytes left.
    int size = 1_000_000;
    MarshalBytes bytes = new MarshalBytes();
    for (int level = 1; level < MarshalReader.MAX_DEPTH; level++) {
      bytes.type('(').int32(size - 5 * level);
    }
    bytes.raw("N".repeat(size - bytes.bytes().length));
    assertThat(failure(bytes.bytes())).isEqualTo("truncated at offset " + size);
  }

  @Test
  void moreValuesThanTheLimitAreRefused() {
    int count = MarshalReader.MAX_VALUES;
    assertThat(failure(new MarshalBytes().type('(').int32(count).raw("N".repeat(count)).bytes()))
        .isEqualTo("more than 1000000 values");
  }

  @Test
  void filesBeyondTheLimitAreNotLookedAt() {
    assertThat(failure(new byte[MarshalReader.MAX_BYTES + 1]))
        .isEqualTo("more than 67108864 bytes");
  }

  @Test
  void hugePartsSharedByManyCodeObjectsAreCheckedOnce() {
    MarshalBytes constants = new MarshalBytes().type('(').int32(20_002);
    constants.type('s' | 0x80).int32(200_000).raw("\t\0".repeat(100_000));
    constants.type('(' | 0x80).int32(100_000).raw("z\1x".repeat(100_000));
    for (int code = 0; code < 20_000; code++) {
      constants.raw("c" + "\0".repeat(20) + "r\0\0\0\0)\0r\1\0\0\0)\0s\0\0\0\0z\1fz\1nz\1q");
      constants.int32(1).raw("r\0\0\0\0r\0\0\0\0");
    }
    byte[] bytes = wrapped(constants.bytes());
    Assertions.assertTimeoutPreemptively(
        FOR_EVER,
        () ->
            assertThat(CodeInspector.inspect(bytes))
                .isInstanceOfSatisfying(
                    CodeInspection.Readable.class,
                    readable ->
                        assertThat(readable.warnings())
                            .contains("shares so many parts that not all of them were checked")));
  }

  private static byte[] wrapped(byte[] constants) {
    return new MarshalBytes()
        .raw("c" + "\0".repeat(20) + "s\0\0\0\0")
        .raw(constants)
        .raw(")\0)\0s\0\0\0\0z\1fz\1nz\1q")
        .int32(1)
        .raw("s\0\0\0\0s\0\0\0\0")
        .bytes();
  }
}
