package io.suturescope.app.store;

/// All groups that match a query, in order, those that share a fingerprint side by side: what a
/// table of any length needs to know where each row stands. Holds numbers only.
///
/// Clusters stand in the order of their best group. Groups without a fingerprint share none.
public final class GroupIndex {

  public static final GroupIndex EMPTY = new GroupIndex(new long[0], new int[] {0});

  private final long[] groups;
  private final int[] starts;

  /// @param groups group ids
  /// @param starts position of the first group of each cluster, and behind them the number of
  ///   groups
  public GroupIndex(long[] groups, int[] starts) {
    this.groups = groups.clone();
    this.starts = starts.clone();
  }

  public int groups() {
    return groups.length;
  }

  public int clusters() {
    return starts.length - 1;
  }

  /// Group id at a position, 0 to `groups() - 1`.
  public long group(int position) {
    return groups[position];
  }

  /// Position of the first group of a cluster, 0 to `clusters()`; for `clusters()` the number of
  /// groups.
  public int clusterStart(int cluster) {
    return starts[cluster];
  }
}
