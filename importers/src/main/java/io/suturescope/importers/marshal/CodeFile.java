package io.suturescope.importers.marshal;

import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.patch.PythonChoice.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file that holds one code object: a `.code` or `.marshal`, or a `.pyc` with its head; told by
/// content, not by name.
///
/// @param header of a `.pyc`
/// @param inspection of the code itself; offsets in it count from the end of the head
public record CodeFile(Optional<PycFile> header, CodeInspection inspection) {

  /// Reads a whole file.
  ///
  /// @param bytes not kept and not changed
  public static CodeFile read(byte[] bytes) {
    Optional<PycFile> header = PycFile.of(bytes);
    if (header.isPresent() && header.get().python().isEmpty()) {
      int magic = header.get().magic();
      String reason = "made by a Python that is not known here (magic number " + magic + ")";
      return new CodeFile(header, new CodeInspection.Unreadable(reason, 0));
    }
    byte[] code =
        header.isPresent() ? Arrays.copyOfRange(bytes, PycFile.HEADER, bytes.length) : bytes;
    return new CodeFile(header, CodeInspector.inspect(code));
  }

  /// Which Python made the file: as its head says, else as the opcodes tell.
  public PythonChoice python() {
    Optional<String> magic = header.flatMap(PycFile::python);
    if (magic.isPresent()) {
      return new PythonChoice(List.of(magic.get()), Evidence.MAGIC);
    }
    List<String> fitting = fitting();
    return new PythonChoice(fitting, fitting.isEmpty() ? Evidence.NOTHING : Evidence.BYTES);
  }

  /// The minor versions whose opcodes the code fits; none when it is unreadable.
  public List<String> fitting() {
    return inspection instanceof CodeInspection.Readable readable ? readable.pythons() : List.of();
  }
}
