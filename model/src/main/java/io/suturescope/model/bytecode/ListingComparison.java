package io.suturescope.model.bytecode;

import io.suturescope.model.bytecode.CodeDiff.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pairs the code objects of two listings, down the tree: the roots with each other, below them
/// those of one qualified name in the order they stand in.
final class ListingComparison {

  private final Listing left;
  private final Listing right;
  private final Map<String, List<CodeListing>> leftChildren;
  private final Map<String, List<CodeListing>> rightChildren;
  private final List<Pair> pairs = new ArrayList<>();
  private Optional<String> coarse = Optional.empty();

  ListingComparison(Listing left, Listing right) {
    this.left = left;
    this.right = right;
    this.leftChildren = children(left);
    this.rightChildren = children(right);
  }

  static CodeDiff onlyRight(Listing right) {
    List<Pair> pairs = right.codes().stream().map(CodeComparison::added).toList();
    return new CodeDiff(pairs, cut(right));
  }

  CodeDiff diff() {
    pair(left.root(), right.root());
    return new CodeDiff(pairs, cut(left).or(() -> cut(right)).or(() -> coarse));
  }

  private static Map<String, List<CodeListing>> children(Listing listing) {
    Map<String, List<CodeListing>> children = new HashMap<>();
    for (CodeListing code : listing.codes()) {
      int slash = code.path().lastIndexOf('/');
      if (slash >= 0) {
        String parent = code.path().substring(0, slash);
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(code);
      }
    }
    return children;
  }

  private static Optional<String> cut(Listing listing) {
    return listing.codes().stream()
        .filter(code -> !code.cut().isEmpty())
        .findFirst()
        .map(code -> "Not all of the code is compared: " + code.cut() + ".");
  }

  /// As deep as the code objects are nested, which the disassembler bounds.
  private void pair(CodeListing before, CodeListing after) {
    CodeComparison comparison = new CodeComparison(before, after);
    pairs.add(comparison.pair());
    coarse = coarse.or(comparison::coarse);
    Map<String, Deque<CodeListing>> waiting = new HashMap<>();
    List<CodeListing> old = leftChildren.getOrDefault(before.path(), List.of());
    for (CodeListing child : old) {
      waiting.computeIfAbsent(child.code().qualname(), _ -> new ArrayDeque<>()).add(child);
    }
    for (CodeListing child : rightChildren.getOrDefault(after.path(), List.of())) {
      Deque<CodeListing> partners =
          waiting.getOrDefault(child.code().qualname(), new ArrayDeque<>());
      if (partners.isEmpty()) {
        all(child, rightChildren, true);
      } else {
        pair(partners.removeFirst(), child);
      }
    }
    for (CodeListing child : old) {
      Deque<CodeListing> unpaired =
          waiting.getOrDefault(child.code().qualname(), new ArrayDeque<>());
      if (!unpaired.isEmpty() && unpaired.getFirst().path().equals(child.path())) {
        unpaired.removeFirst();
        all(child, leftChildren, false);
      }
    }
  }

  private void all(CodeListing code, Map<String, List<CodeListing>> children, boolean added) {
    pairs.add(added ? CodeComparison.added(code) : CodeComparison.removed(code));
    for (CodeListing child : children.getOrDefault(code.path(), List.of())) {
      all(child, children, added);
    }
  }
}
