package io.suturescope.app.export;

import java.util.List;

/// What stands above an exported difference.
///
/// @param left title of the left side
/// @param right title of the right side
/// @param paragraphs sentences and warnings, in order
public record DiffHead(String title, String left, String right, List<String> paragraphs) {

  public DiffHead {
    paragraphs = List.copyOf(paragraphs);
  }
}
