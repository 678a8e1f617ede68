package io.suturescope.model.source;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// One file with several fixes, at most one a line.
final class CombinedFixes {
  private final SourceText before;
  private final Set<Integer> fixed = new HashSet<>();
  private SourceText after;

  CombinedFixes(SourceText before) {
    this.before = before;
    this.after = before;
  }

  /// Takes a usable fix in; false when its line has one already, or when the file does not parse
  /// with all of them.
  boolean take(SuggestedFix fix) {
    SourceText next = after.with(fix.line(), fix.suggested());
    if (fixed.contains(fix.line()) || PythonSyntax.problem(next.text()).isPresent()) {
      return false;
    }
    fixed.add(fix.line());
    after = next;
    return true;
  }

  /// The bytes of the patch.
  byte[] patch() {
    return GitPatch.between(before, after).getBytes(StandardCharsets.ISO_8859_1);
  }
}
