package io.suturescope.model.rewind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A recorded crash timeline (codesuture.md 11), every value masked. What was recorded can be read
/// again from the source file on demand; it is never stored.
///
/// @param time wall clock of the dump
/// @param totalEvents as many as the file holds, even where `events` was cut at {@link
///   #EVENT_LIMIT}
public record Rewind(
    String function,
    Optional<Instant> time,
    String exceptionType,
    String exceptionMessage,
    String guardType,
    String targetVariable,
    List<RewindEvent> events,
    int totalEvents) {

  /// Events kept of one dump; CodeSuture itself writes at most 30.
  public static final int EVENT_LIMIT = 5_000;

  public Rewind {
    events = List.copyOf(events);
  }
}
