package io.suturescope.model.control;

import java.util.List;

/// A patch as its agent reports it (control-protocol.md 7.2).
///
/// @param patchId `p_` and 24 hex digits
/// @param etag says which patch was seen
/// @param origin `crash`, `store` or `store-only`
/// @param guards kinds of its layers, oldest first
/// @param memory `patched`, `original`, `mixed` or `absent`
/// @param functions how many function objects have the patched code
/// @param files names of its files in the store
/// @param codeSha256 lower-case hex SHA-256 of its `.code` file in the store; empty without one
/// @param lifecycle its rows
/// @param held true when CodeSuture is kept from patching the function
public record PatchReport(
    String patchId,
    String etag,
    String module,
    String qualname,
    String file,
    long line,
    String origin,
    List<String> guards,
    String memory,
    long functions,
    List<String> files,
    String codeSha256,
    List<Row> lifecycle,
    boolean held,
    List<String> flags) {

  /// A row of CodeSuture's lifecycle.
  ///
  /// @param id module, function and guard
  /// @param state as CodeSuture spells it
  public record Row(String id, String state) {}

  /// `module:qualname`.
  public String function() {
    return module + ":" + qualname;
  }

  /// True when nothing of the patch runs or would be loaded at the next start.
  public boolean gone() {
    return (memory.equals("original") || memory.equals("absent")) && files.isEmpty();
  }
}
