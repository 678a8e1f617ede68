package io.suturescope.model.patch;

import java.util.List;
import java.util.Optional;

/// One patched function in a patch store: its files, what they say, and whether they can be trusted
/// (codesuture.md 2).
///
/// @param baseName file name without `.code` / `.json`: MODULE.QUALNAME, which cannot be split from
///   the name alone
/// @param codeFile true when the `.code` exists
/// @param originalCodeFile true when the `.orig.code` exists
/// @param metadata empty when there is no readable `.json`
/// @param codeHash lower-case hexadecimal SHA-256 of the `.code` bytes; empty without a `.code`
/// @param qualname `co_qualname` of the code; empty when the bytes are not a readable code object
/// @param pythons CPython minor versions ("3.11") that the bytes fit; empty when that cannot be
///   told
public record PatchFile(
    String baseName,
    boolean codeFile,
    boolean originalCodeFile,
    Optional<PatchMetadata> metadata,
    SignatureState signature,
    String codeHash,
    String qualname,
    List<String> pythons) {

  public PatchFile {
    pythons = List.copyOf(pythons);
  }
}
