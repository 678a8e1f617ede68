package io.suturescope.app.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Asks the system how wide the terminal behind standard output is. Shells do not export it, and
/// the JDK cannot tell.
final class TerminalWidth {

  private static final int STANDARD_OUTPUT = 1;
  private static final long LINUX_REQUEST = 0x5413;
  private static final long MAC_REQUEST = 0x40087468;
  private static final int STRUCT_SIZE = 8;
  private static final int COLUMNS_OFFSET = 2;
  private static final int FIXED_ARGUMENTS = 2;

  private TerminalWidth() {}

  /// @return empty when standard output is no terminal, or the system has another way to ask
  static OptionalInt ask(String osName) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("linux")) {
      return ask(LINUX_REQUEST);
    }
    return os.startsWith("mac") ? ask(MAC_REQUEST) : OptionalInt.empty();
  }

  // The width of a table is worth one native call: it reads eight bytes into memory of ours.
  @SuppressWarnings("restricted")
  private static OptionalInt ask(long request) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> ioctl = linker.defaultLookup().find("ioctl");
    if (ioctl.isEmpty()) {
      return OptionalInt.empty();
    }
    MethodHandle call =
        linker.downcallHandle(
            ioctl.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(FIXED_ARGUMENTS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(STRUCT_SIZE, STRUCT_SIZE);
      int failed = (int) call.invokeExact(STANDARD_OUTPUT, request, size);
      int columns = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS_OFFSET));
      return failed != 0 || columns == 0 ? OptionalInt.empty() : OptionalInt.of(columns);
    } catch (Throwable unknown) {
      // Whatever goes wrong in a foreign call, a table can be printed without knowing the width.
      return OptionalInt.empty();
    }
  }
}
