package io.suturescope.importers.marshal;

import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.PyBytes;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.bytecode.PyTuple;
import io.suturescope.model.bytecode.PyValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Checks the parts of code objects as CPython does before it makes one.
///
/// Two damages that CPython refuses are let through, because the rest can still be shown: negative
/// flags or stack size, and variable kinds that are missing altogether.
final class CodeParts {
  // A million tiny code objects may share one huge tuple of names: each tuple is checked once.
  private final IdentityHashMap<PyTuple, List<String>> texts = new IdentityHashMap<>();
  private final IdentityHashMap<Bytes, Integer> localCounts = new IdentityHashMap<>();

  PyCode code(CodeShape shape, PyValue[] parts, int firstLineNumber, int start) throws Malformed {
    Bytes code = bytes(parts[0], "co_code", start);
    if (code.size() % 2 != 0) {
      throw new Malformed("co_code has an odd length", start);
    }
    PyTuple constants = tuple(parts[1], "co_consts", start);
    List<String> names = texts(parts[2], "co_names", start);
    List<String> localNames = texts(parts[3], "the names of the variables", start);
    Bytes kinds = bytes(parts[4], "the kinds of the variables", start);
    check(shape, localNames.size(), kinds, start);
    CodeOrigin origin =
        new CodeOrigin(
            text(parts[5], "co_filename", start),
            text(parts[6], "co_name", start),
            text(parts[7], "co_qualname", start),
            firstLineNumber);
    return new PyCode(
        shape,
        code,
        constants,
        names,
        new CodeLocals(localNames, kinds),
        origin,
        bytes(parts[8], "co_linetable", start),
        bytes(parts[9], "co_exceptiontable", start));
  }

  private void check(CodeShape shape, int names, Bytes kinds, int start) throws Malformed {
    if (shape.posOnlyArgCount() < 0
        || shape.argCount() < shape.posOnlyArgCount()
        || shape.kwOnlyArgCount() < 0) {
      throw new Malformed("impossible number of parameters", start);
    }
    if (kinds.size() != names && kinds.size() != 0) {
      throw new Malformed(names + " variable names, but " + kinds.size() + " kinds", start);
    }
    int locals = kinds.size() == 0 ? names : localCounts.computeIfAbsent(kinds, CodeParts::locals);
    if (shape.parameters() > locals) {
      throw new Malformed("more parameters than local variables", start);
    }
  }

  private static int locals(Bytes kinds) {
    int locals = 0;
    for (int slot = 0; slot < kinds.size(); slot++) {
      locals += (kinds.at(slot) & CodeLocals.LOCAL) == 0 ? 0 : 1;
    }
    return locals;
  }

  private List<String> texts(PyValue value, String what, int start) throws Malformed {
    PyTuple tuple = tuple(value, what, start);
    List<String> known = texts.get(tuple);
    if (known != null) {
      return known;
    }
    List<String> found = new ArrayList<>(tuple.items().size());
    for (PyValue item : tuple.items()) {
      if (!(item instanceof PyText(String text, _))) {
        throw new Malformed(what + " holds something that is not text", start);
      }
      found.add(text);
    }
    List<String> fixed = List.copyOf(found);
    texts.put(tuple, fixed);
    return fixed;
  }

  private static Bytes bytes(PyValue value, String what, int start) throws Malformed {
    if (value instanceof PyBytes(Bytes bytes)) {
      return bytes;
    }
    throw new Malformed(what + " is not bytes", start);
  }

  private static PyTuple tuple(PyValue value, String what, int start) throws Malformed {
    if (value instanceof PyTuple tuple) {
      return tuple;
    }
    throw new Malformed(what + " is not a tuple", start);
  }

  private static String text(PyValue value, String what, int start) throws Malformed {
    if (value instanceof PyText(String text, _)) {
      return text;
    }
    throw new Malformed(what + " is not text", start);
  }
}
