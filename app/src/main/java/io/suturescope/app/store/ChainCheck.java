package io.suturescope.app.store;

/// Whether the record of all commands is as it was written.
public sealed interface ChainCheck {

  /// Every link holds.
  ///
  /// @param events how many there are
  /// @param head hash of the last one; 64 zeros for none. Whoever keeps it elsewhere can tell later
  ///   whether the end was cut off.
  record Whole(long events, String head) implements ChainCheck {}

  /// A row was changed, added or removed behind the program's back.
  ///
  /// @param row the first one that does not fit, such as `command_event 7`
  record Broken(String row, String reason) implements ChainCheck {}
}
