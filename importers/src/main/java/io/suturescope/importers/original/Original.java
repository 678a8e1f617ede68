package io.suturescope.importers.original;

import io.suturescope.model.bytecode.PyCode;

/// The unpatched code of a function, as a `.pyc` of its project holds it.
///
/// @param file path of the `.pyc` inside the source
/// @param fileSha256 of that file
/// @param code the function, nested in the module
/// @param python by the magic number, such as "3.11"
/// @param source what became of the source since it was compiled
/// @param byPath false when the path recorded in the patch led to no file, and the function was
///   found in another one
public record Original(
    String file, String fileSha256, PyCode code, String python, Source source, boolean byPath) {

  /// The `.py` file against the size that the `.pyc` recorded of it. File times do not survive a
  /// checkout, so that a change which keeps the size cannot be seen.
  public enum Source {
    SAME_SIZE,
    CHANGED,
    /// The `.py` file is not there.
    GONE,
    /// The `.pyc` records a hash instead of a size.
    UNKNOWN
  }
}
