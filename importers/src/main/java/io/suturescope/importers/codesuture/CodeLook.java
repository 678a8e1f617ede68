package io.suturescope.importers.codesuture;

import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import java.util.List;

/// What the bytes of a `.code` file tell: the only place where this package looks into them.
///
/// @param qualname empty when the bytes are not a readable code object
/// @param pythons CPython minor versions that the bytes fit
/// @param unreadable why they are not readable; empty when they are
record CodeLook(String qualname, List<String> pythons, List<String> warnings, String unreadable) {

  static final CodeLook NONE = new CodeLook("", List.of(), List.of(), "");

  static CodeLook at(byte[] code) {
    return switch (CodeInspector.inspect(code)) {
      case CodeInspection.Readable readable ->
          new CodeLook(readable.root().qualname(), readable.pythons(), readable.warnings(), "");
      case CodeInspection.Unreadable unreadable ->
          new CodeLook("", List.of(), List.of(), unreadable.reason());
    };
  }
}
