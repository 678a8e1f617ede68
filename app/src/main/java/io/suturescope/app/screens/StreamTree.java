package io.suturescope.app.screens;

import io.suturescope.app.store.GroupIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The tree of fingerprints, functions and crashes as a flat list of rows: which node stands at
/// which index. Memory grows with what is expanded, not with how many groups there are.
///
/// Crashes that were not patched stand first, behind a row of their own, since nothing was done
/// about them. A fingerprint has a row of its own only when several functions share it.
final class StreamTree {

  /// What a row stands for.
  sealed interface Node {
    /// Heads the crashes that were not patched.
    record UnpatchedHead() implements Node {}

    /// One unpatched crash of an event log.
    record NotPatched(int position) implements Node {}

    record Fingerprint(Cluster cluster) implements Node {}

    record Function(long group, int depth) implements Node {}

    /// One crash; the row id comes from the children of the group.
    record Crash(long row, int depth) implements Node {}

    /// A crash of a group whose crashes are being read.
    record Loading(long group, int depth) implements Node {}
  }

  private final GroupIndex index;
  private final int notPatched;
  private boolean unpatchedOpen;
  private final Set<Integer> openClusters = new HashSet<>();
  private final Map<Long, long[]> openGroups = new HashMap<>();
  private final Map<Long, Integer> clusterOfOpenGroup = new HashMap<>();
  private final TreeMap<Integer, Integer> rowsBelow = new TreeMap<>();

  StreamTree(GroupIndex index, int notPatched) {
    this.index = index;
    this.notPatched = notPatched;
  }

  GroupIndex index() {
    return index;
  }

  int size() {
    long rows = first() + (long) index.clusters();
    for (int below : rowsBelow.values()) {
      rows += below;
    }
    return (int) Math.min(rows, Integer.MAX_VALUE);
  }

  /// The row behind those of the unpatched crashes.
  private int first() {
    if (notPatched == 0) {
      return 0;
    }
    return unpatchedOpen ? 1 + notPatched : 1;
  }

  /// The node at a row, from 0 to `size() - 1`.
  Node node(int row) {
    if (row < first()) {
      return row == 0 ? new Node.UnpatchedHead() : new Node.NotPatched(row - 1);
    }
    int at = row - first();
    int skipped = 0;
    for (Map.Entry<Integer, Integer> open : rowsBelow.entrySet()) {
      int top = open.getKey() + skipped;
      if (at <= top) {
        break;
      }
      if (at <= top + open.getValue()) {
        return below(open.getKey(), at - top - 1);
      }
      skipped += open.getValue();
    }
    return top(at - skipped);
  }

  private Node top(int cluster) {
    Cluster members = cluster(cluster);
    return members.size() == 1
        ? new Node.Function(index.group(members.from()), 0)
        : new Node.Fingerprint(members);
  }

  private Node below(int cluster, int offset) {
    Cluster members = cluster(cluster);
    if (members.size() == 1) {
      return crash(index.group(members.from()), offset, 1);
    }
    int left = offset;
    for (int i = members.from(); i < members.to(); i++) {
      long group = index.group(i);
      if (left == 0) {
        return new Node.Function(group, 1);
      }
      left--;
      int children = children(group);
      if (left < children) {
        return crash(group, left, 2);
      }
      left -= children;
    }
    throw new IndexOutOfBoundsException(offset);
  }

  private Node crash(long group, int child, int depth) {
    long[] rows = openGroups.getOrDefault(group, new long[0]);
    return child < rows.length
        ? new Node.Crash(rows[child], depth)
        : new Node.Loading(group, depth);
  }

  private Cluster cluster(int number) {
    return new Cluster(index.clusterStart(number), index.clusterStart(number + 1));
  }

  boolean isOpen(Node node) {
    return switch (node) {
      case Node.UnpatchedHead _ -> unpatchedOpen;
      case Node.Fingerprint(Cluster cluster) -> openClusters.contains(cluster.from());
      case Node.Function(long group, int _) -> openGroups.containsKey(group);
      default -> false;
    };
  }

  /// Opens the node at a row. A function shows one loading row until {@link #children} are given.
  void open(int row) {
    switch (node(row)) {
      case Node.UnpatchedHead _ -> unpatchedOpen = true;
      case Node.Fingerprint(Cluster cluster) -> {
        openClusters.add(cluster.from());
        measure(clusterAt(cluster.from()));
      }
      case Node.Function(long group, int _) -> {
        int cluster = clusterOf(row);
        clusterOfOpenGroup.put(group, cluster);
        openGroups.putIfAbsent(group, new long[0]);
        measure(cluster);
      }
      default -> {}
    }
  }

  void close(int row) {
    switch (node(row)) {
      case Node.UnpatchedHead _ -> unpatchedOpen = false;
      case Node.Fingerprint(Cluster cluster) -> {
        openClusters.remove(cluster.from());
        measure(clusterAt(cluster.from()));
      }
      case Node.Function(long group, int _) -> {
        int cluster = clusterOf(row);
        openGroups.remove(group);
        clusterOfOpenGroup.remove(group);
        measure(cluster);
      }
      default -> {}
    }
  }

  /// The crashes of an open group have been read.
  void children(long group, long[] rows) {
    Integer cluster = clusterOfOpenGroup.get(group);
    if (cluster != null) {
      openGroups.put(group, rows);
      measure(cluster);
    }
  }

  /// What is open, by group ids, for another tree to open.
  ///
  /// @param unpatched whether the crashes that were not patched are shown
  /// @param fingerprints the first group of each open fingerprint
  record Open(boolean unpatched, Set<Long> fingerprints, Set<Long> functions) {}

  Open open() {
    Set<Long> heads = new HashSet<>();
    openClusters.forEach(first -> heads.add(index.group(first)));
    return new Open(unpatchedOpen, Set.copyOf(heads), Set.copyOf(openGroups.keySet()));
  }

  /// Opens here what was open in another tree, as far as it is there.
  ///
  /// @param crashes reads the rows of a group
  void openLike(Open other, Function<Long, long[]> crashes) {
    unpatchedOpen = other.unpatched();
    if (other.fingerprints().isEmpty() && other.functions().isEmpty()) {
      return;
    }
    for (int cluster = 0; cluster < index.clusters(); cluster++) {
      Cluster members = cluster(cluster);
      boolean touched = false;
      for (int i = members.from(); i < members.to(); i++) {
        long group = index.group(i);
        if (other.fingerprints().contains(group) && members.size() > 1) {
          openClusters.add(members.from());
          touched = true;
        }
        if (other.functions().contains(group)) {
          openGroups.put(group, crashes.apply(group));
          clusterOfOpenGroup.put(group, cluster);
          touched = true;
        }
      }
      if (touched) {
        measure(cluster);
      }
    }
  }

  /// Where a node of another tree stands in this one; empty when it cannot be seen here.
  Optional<Integer> rowOf(StreamTree other, Node wanted) {
    return switch (wanted) {
      case Node.UnpatchedHead _ -> notPatched > 0 ? Optional.of(0) : Optional.empty();
      case Node.NotPatched(int position) ->
          unpatchedOpen && position < notPatched ? Optional.of(position + 1) : Optional.empty();
      case Node.Fingerprint(Cluster cluster) -> rowOfGroup(other.index.group(cluster.from()));
      case Node.Function(long group, int _) -> rowOfGroup(group);
      case Node.Crash(long row, int _) -> rowOfCrash(row);
      case Node.Loading(long group, int _) -> rowOfGroup(group);
    };
  }

  /// The row of a group, or of the fingerprint that hides it.
  private Optional<Integer> rowOfGroup(long group) {
    for (int cluster = 0; cluster < index.clusters(); cluster++) {
      for (int i = index.clusterStart(cluster); i < index.clusterStart(cluster + 1); i++) {
        if (index.group(i) == group) {
          return Optional.of(rowIn(cluster, group));
        }
      }
    }
    return Optional.empty();
  }

  private int rowIn(int cluster, long group) {
    int top = topRow(cluster);
    int below = rowsBelow.getOrDefault(cluster, 0);
    for (int row = top; row <= top + below; row++) {
      if (node(row) instanceof Node.Function(long id, int _) && id == group) {
        return row;
      }
    }
    return top;
  }

  private Optional<Integer> rowOfCrash(long wanted) {
    for (Map.Entry<Integer, Integer> open : rowsBelow.entrySet()) {
      int top = topRow(open.getKey());
      for (int row = top; row <= top + open.getValue(); row++) {
        if (node(row) instanceof Node.Crash(long id, int _) && id == wanted) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private int topRow(int cluster) {
    int row = first() + cluster;
    for (int below : rowsBelow.headMap(cluster).values()) {
      row += below;
    }
    return row;
  }

  /// The row of a node's parent; empty at the top.
  Optional<Integer> parent(int row) {
    int depth = depth(node(row));
    for (int above = row - 1; above >= 0 && depth > 0; above--) {
      if (depth(node(above)) < depth) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private static int depth(Node node) {
    return switch (node) {
      case Node.UnpatchedHead _, Node.Fingerprint _ -> 0;
      case Node.NotPatched _ -> 1;
      case Node.Function(long _, int depth) -> depth;
      case Node.Crash(long _, int depth) -> depth;
      case Node.Loading(long _, int depth) -> depth;
    };
  }

  private int children(long group) {
    long[] rows = openGroups.get(group);
    return rows == null ? 0 : Math.max(1, rows.length);
  }

  private void measure(int cluster) {
    Cluster members = cluster(cluster);
    int below = 0;
    if (members.size() == 1) {
      below = children(index.group(members.from()));
    } else if (openClusters.contains(members.from())) {
      below = members.size();
      for (int i = members.from(); i < members.to(); i++) {
        below += children(index.group(i));
      }
    }
    if (below == 0) {
      rowsBelow.remove(cluster);
    } else {
      rowsBelow.put(cluster, below);
    }
  }

  private int clusterOf(int row) {
    int at = row - first();
    int skipped = 0;
    for (Map.Entry<Integer, Integer> open : rowsBelow.entrySet()) {
      int top = open.getKey() + skipped;
      if (at <= top) {
        break;
      }
      if (at <= top + open.getValue()) {
        return open.getKey();
      }
      skipped += open.getValue();
    }
    return at - skipped;
  }

  private int clusterAt(int firstGroup) {
    int low = 0;
    int high = index.clusters() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (index.clusterStart(middle) < firstGroup) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
