package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.views.patches.PatchLine;

/// A patch, and how it is drawn in a list.
record PatchEntry(PatchRow row, PatchLine line) {

  boolean isSame(PatchRow other) {
    return row.id().equals(other.id()) && row.source().id() == other.source().id();
  }
}
