package io.suturescope.model.origin;

/// Where a fact was read: the provenance that every detail on the screen can show.
///
/// @param file path inside the source, with `/`, as it stands there (data, never opened as a path)
/// @param line from 1; 0 where lines mean nothing
/// @param offset of the first byte of the record in the file
/// @param length of the record in bytes, without its line end
public record Place(String file, long line, long offset, int length) {

  public static Place wholeFile(String file) {
    return new Place(file, 0, 0, 0);
  }
}
