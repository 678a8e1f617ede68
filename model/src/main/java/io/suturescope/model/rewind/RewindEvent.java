package io.suturescope.model.rewind;

import java.util.List;
import java.util.OptionalDouble;

/// One step of a rewind.
///
/// @param clock seconds of a monotonic clock: only differences mean something; empty when not
///   finite
/// @param event call, return, exception, or whatever was recorded
/// @param lineNumber 0 when unknown
/// @param arguments and `locals`: names with what kind of value stood there, never the value
public record RewindEvent(
    OptionalDouble clock,
    String event,
    String function,
    String module,
    int lineNumber,
    List<MaskedVariable> arguments,
    List<MaskedVariable> locals,
    String returned,
    String exception) {

  public RewindEvent {
    arguments = List.copyOf(arguments);
    locals = List.copyOf(locals);
  }

  /// A variable whose value was masked.
  ///
  /// @param shape what may be shown of it: `None`, or a kind and length such as `str, 12
  ///   characters`
  public record MaskedVariable(String name, String shape) {}
}
