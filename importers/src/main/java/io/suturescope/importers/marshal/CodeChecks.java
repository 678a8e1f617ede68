package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyRendering;
import io.suturescope.model.bytecode.PyText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for damage in code objects that leaves the rest readable, and for names that deceive.
final class CodeChecks {
  private static final int SHOWN_NAME = 60;
  private static final int LONG_NAME = 1_000;
  private static final int DEEP_STACK = 1_000_000;
  private static final int KNOWN_FLAGS = 0x0fff_ffff;
  private static final Pattern CLIMBS = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)");

  private final Warnings warnings;

  private final Set<List<String>> namesSeen = Collections.newSetFromMap(new IdentityHashMap<>());

  // A million tiny code objects may share one huge part; honest files hardly share any.
  private long budget;

  CodeChecks(Warnings warnings, int fileSize) {
    this.warnings = warnings;
    this.budget = 4L * fileSize + 65_536;
  }

  /// Checks one code object; false when the file shares so much that checking it all would take
  /// longer than its size allows.
  boolean accepts(PyCode code) {
    budget -= cost(code);
    if (budget < 0) {
      warnings.add("shares so many parts that not all of them were checked");
      return false;
    }
    shape(code);
    origin(code);
    names(code);
    locals(code);
    tables(code);
    return true;
  }

  /// The qualified name as a warning shows it.
  static String shown(PyCode code) {
    return PyRendering.shortened(new PyText(code.qualname()), SHOWN_NAME);
  }

  private static long cost(PyCode code) {
    return 100L
        + code.code().size()
        + code.linetable().size()
        + code.exceptiontable().size()
        + code.filename().length()
        + code.name().length()
        + code.qualname().length();
  }

  private void shape(PyCode code) {
    CodeShape shape = code.shape();
    if (shape.stackSize() < 0 || shape.stackSize() > DEEP_STACK) {
      warn(code, "the stack size " + shape.stackSize() + " is impossible");
    }
    if ((shape.flags() & ~KNOWN_FLAGS) != 0) {
      warn(code, "unknown flags are set");
    }
    if (code.firstlineno() < 0) {
      warn(code, "the first line number is " + code.firstlineno());
    }
    if (code.code().size() == 0) {
      warn(code, "there are no instructions");
    }
  }

  private void origin(PyCode code) {
    if (CLIMBS.matcher(code.filename()).find()) {
      warn(code, "the file name climbs out of its folder");
    }
    name(code, "file name", code.filename());
    name(code, "name", code.name());
    name(code, "qualified name", code.qualname());
  }

  private void name(PyCode code, String what, String name) {
    if (name.length() > LONG_NAME) {
      warn(code, "the " + what + " has " + name.length() + " characters");
    }
    if (name.codePoints().anyMatch(CodeChecks::hidden)) {
      warn(code, "the " + what + " holds characters that cannot be seen");
    }
  }

  private static boolean hidden(int character) {
    return Character.getType(character) == Character.CONTROL
        || Character.getType(character) == Character.FORMAT;
  }

  private void names(PyCode code) {
    Stream.of(code.names(), code.localsplusnames())
        .filter(namesSeen::add)
        .flatMap(List::stream)
        .filter(name -> name.codePoints().anyMatch(CodeChecks::hidden))
        .findFirst()
        .ifPresent(_ -> warn(code, "a name in the code holds characters that cannot be seen"));
  }

  private void locals(PyCode code) {
    CodeLocals locals = code.locals();
    if (locals.names().size() != locals.kinds().size()) {
      warn(code, "the kinds of the variables are missing");
    }
  }

  private void tables(PyCode code) {
    int units = code.code().size() / 2;
    LineTableCheck.damage(code.linetable(), units).ifPresent(damage -> warn(code, damage));
    ExceptionTableCheck.damage(code.exceptiontable(), units)
        .ifPresent(damage -> warn(code, damage));
  }

  private void warn(PyCode code, String what) {
    warnings.add(what + " in " + shown(code));
  }
}
