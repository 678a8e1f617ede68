package io.suturescope.importers.disassembly;

import io.suturescope.importers.marshal.Corpus;
import io.suturescope.importers.marshal.JsonTree;
import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.MarshalResult;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One patched function of a real store, with the function that the compiler made.
///
/// @param guard the recorded guard type; `torn` where the metadata cannot be read
/// @param name of the store and of the file in it
record GuardCase(
    String python,
    String guard,
    String name,
    Listing patched,
    Listing original,
    Map<String, Object> metadata) {

  /// Every different patch of the corpus whose original is there.
  static List<GuardCase> all() {
    Map<String, byte[]> files = files();
    List<GuardCase> cases = new ArrayList<>();
    files.forEach((path, bytes) -> {
      if (path.endsWith(".code")) {
        List<String> parts = List.of(path.split("/", -1));
        String base = path.substring(0, path.length() - ".code".length());
        cases.add(
            new GuardCase(
                parts.get(0),
                parts.get(1),
                base.substring(base.lastIndexOf('/') + 1),
                listing(bytes, parts.get(0)),
                listing(files.get(base + ".original"), parts.get(0)),
                JsonTree.object(JsonTree.parse(files.get(base + ".json")))));
      }
    });
    return cases;
  }

  /// The files beside the tests: `PYTHON/GUARD/NAME` with `.code`, `.original` and `.json`.
  static Map<String, byte[]> files() {
    return here().zipped("guards.zip", "");
  }

  /// The archives beside the tests.
  static Corpus here() {
    try {
      return new Corpus(
          Path.of(Objects.requireNonNull(GuardCase.class.getResource("guards.zip")).toURI())
              .resolveSibling(""));
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static Listing listing(byte[] bytes, String python) {
    MarshalResult.Value value = (MarshalResult.Value) MarshalReader.read(bytes);
    return Disassembler.disassemble((PyCode) value.value(), python);
  }

  String text(String field) {
    return String.valueOf(metadata.get(field));
  }

  /// The guard type as the metadata have it.
  String recorded() {
    return text("guard_type");
  }
}
