package io.suturescope.views.controls;

import java.time.Instant;

/// Something that happened at a time.
///
/// @param text what a hover shows and a screen reader says
public record LaneMark(Instant at, Shape shape, Tone tone, String text) {

  public enum Shape {
    SQUARE,
    RING,
    DISC,
    DIAMOND,
    TRIANGLE
  }
}
