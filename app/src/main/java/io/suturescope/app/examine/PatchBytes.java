package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.importers.codesuture.PatchFiles;
import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.PatchFile;
import java.util.List;
import java.util.Optional;

/// The bytes of a patch as they are now.
///
/// @param files empty without a source, or when the patch never had a file
/// @param inspection of the `.code`; empty without it
record PatchBytes(Optional<PatchFiles> files, Optional<CodeInspection> inspection) {

  static PatchBytes read(PatchRow patch, Optional<SourceTree> tree) {
    Optional<PatchFiles> files =
        tree.flatMap(
            each -> patch.filePlace().map(Place::file).map(host -> PatchFiles.read(each, host)));
    return new PatchBytes(
        files, files.flatMap(PatchFiles::code).map(code -> CodeInspector.inspect(code.toArray())));
  }

  Optional<PyCode> code() {
    return inspection.flatMap(each ->
        each instanceof CodeInspection.Readable readable
            ? Optional.of(readable.root())
            : Optional.empty());
  }

  /// The versions that the bytes fit.
  List<String> pythons() {
    return inspection
        .map(each ->
            each instanceof CodeInspection.Readable readable
                ? readable.pythons()
                : List.<String>of())
        .orElse(List.of());
  }

  /// Why the patched code cannot be shown, as a sentence; empty when it can.
  String unreadable(PatchRow patch, boolean sourceThere) {
    if (patch.file().isEmpty()) {
      return "It has no file, as closures have none: only the process that made it knows the code.";
    }
    if (!sourceThere) {
      return "The source " + patch.source().identity().path() + " cannot be opened now.";
    }
    if (inspection.isEmpty()) {
      return patch.file().filter(PatchFile::codeFile).isPresent()
          ? "The code file is not in its source any more, or cannot be read."
          : "There is no code file, only what was saved beside it.";
    }
    return inspection.get() instanceof CodeInspection.Unreadable(String reason, long offset)
        ? "The code file cannot be read: " + reason + " at byte " + offset + "."
        : "";
  }
}
