package io.suturescope.app.store;

import io.suturescope.model.incident.FingerprintEntry;
import java.util.List;

/// Why incidents stand together: everything that shares a fingerprint.
///
/// @param entries what the registries of the sources say of the fingerprint, mostly one
/// @param groups the functions that share it, most crashes first, at most {@link #LIMIT}
public record GroupMates(
    String fingerprint, List<FingerprintEntry> entries, List<GroupRow> groups) {

  public static final int LIMIT = 500;

  public GroupMates {
    entries = List.copyOf(entries);
    groups = List.copyOf(groups);
  }
}
