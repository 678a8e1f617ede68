package io.suturescope.app.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A clock whose zone follows the UTC/local switch, so that days and hours in queries are those
/// that are shown.
public final class WindowClock extends Clock {

  private final Clock base;
  private volatile ZoneId zone;

  public WindowClock(Clock base) {
    this.base = base;
    this.zone = base.getZone();
  }

  void show(ZoneId shown) {
    zone = shown;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return base.withZone(other);
  }

  @Override
  public Instant instant() {
    return base.instant();
  }
}
