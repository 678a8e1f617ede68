package io.suturescope.importers.codesuture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the Python that the code files of a store fit with the Python of the newest incident:
/// starting a store under another version kills the process (codesuture.md 13).
final class PythonMismatch {

  private final List<List<String>> codeFiles = new ArrayList<>();

  void see(List<String> pythons) {
    if (!pythons.isEmpty()) {
      codeFiles.add(pythons);
    }
  }

  /// @param running such as "3.13"
  /// @param because what shows that this Python runs the project
  Optional<String> warning(String running, String because) {
    List<List<String>> others =
        codeFiles.stream().filter(pythons -> !pythons.contains(running)).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<String> versions = others.stream().flatMap(List::stream).distinct().sorted().toList();
    return Optional.of(
        others.size()
            + " of "
            + codeFiles.size()
            + " patches hold bytecode of Python "
            + String.join(" or ", versions)
            + ", but "
            + because
            + ": loading them there kills the process with a segmentation fault");
  }
}
