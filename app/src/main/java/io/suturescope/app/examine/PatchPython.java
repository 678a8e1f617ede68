package io.suturescope.app.examine;

import io.suturescope.importers.codesuture.ProjectPython;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.patch.PythonChoice.Evidence;
import java.util.List;
import java.util.Optional;

/// Which Python a patch was made by (codesuture.md 13), and whether its witnesses agree.
///
/// @param disagreement empty when they do
record PatchPython(PythonChoice choice, Optional<TrustWarning> disagreement) {

  /// The incident decides, unless the bytes contradict it: they cannot be mistaken.
  ///
  /// @param fits versions that the bytes fit; empty when that cannot be told
  /// @param maker the incident that the patch was made for
  static PatchPython of(List<String> fits, Optional<Incident> maker) {
    Optional<String> said = maker.map(Incident::pythonVersion).flatMap(ProjectPython::minor);
    PythonChoice bytes = new PythonChoice(fits, fits.isEmpty() ? Evidence.NOTHING : Evidence.BYTES);
    if (said.isEmpty()) {
      return new PatchPython(bytes, Optional.empty());
    }
    if (fits.isEmpty() || fits.contains(said.get())) {
      return new PatchPython(
          new PythonChoice(List.of(said.get()), Evidence.INCIDENT), Optional.empty());
    }
    String sentence =
        "The incident says Python "
            + said.get()
            + ", but the bytes are those of Python "
            + bytes.text()
            + ".";
    return new PatchPython(
        bytes, Optional.of(new TrustWarning("python-disagreement", sentence, false)));
  }
}
