package io.suturescope.app.agent;

import java.time.Duration;

/// Waits; a test lets its clock run instead.
@FunctionalInterface
public interface Pause {

  void sleep(Duration time) throws InterruptedException;
}
