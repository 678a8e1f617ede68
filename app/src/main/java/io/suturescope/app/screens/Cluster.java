package io.suturescope.app.screens;

/// Where the groups of one fingerprint stand in the list of all groups.
///
/// @param from first group
/// @param to behind the last one
record Cluster(int from, int to) {

  int size() {
    return to - from;
  }
}
