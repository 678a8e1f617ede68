package io.suturescope.app.store;

import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindEvent;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Rewinds to bytes and back. What comes here is masked already; nothing else is ever stored.
final class RewindBytes {

  private RewindBytes() {}

  static byte[] of(Rewind r) {
    FactWriter out =
        new FactWriter()
            .text(r.function())
            .time(r.time())
            .text(r.exceptionType())
            .text(r.exceptionMessage())
            .text(r.guardType())
            .text(r.targetVariable())
            .number(r.totalEvents())
            .number(r.events().size());
    r.events().forEach(e -> write(out, e));
    return out.bytes();
  }

  private static void write(FactWriter out, RewindEvent e) {
    out.flag(e.clock().isPresent());
    e.clock().ifPresent(c -> out.number(Double.doubleToLongBits(c)));
    out.text(e.event()).text(e.function()).text(e.module()).number(e.lineNumber());
    write(out, e.arguments());
    write(out, e.locals());
    out.text(e.returned()).text(e.exception());
  }

  private static void write(FactWriter out, List<MaskedVariable> variables) {
    out.number(variables.size());
    variables.forEach(v -> out.text(v.name()).text(v.shape()));
  }

  /// @param withEvents false leaves the events out, as lists want it
  static Rewind rewind(FactReader in, boolean withEvents) {
    String function = in.text();
    var time = in.time();
    String type = in.text();
    String message = in.text();
    String guard = in.text();
    String target = in.text();
    int total = in.count();
    List<RewindEvent> events = new ArrayList<>();
    int count = withEvents ? in.count() : 0;
    for (int i = 0; i < count; i++) {
      events.add(event(in));
    }
    return new Rewind(function, time, type, message, guard, target, events, total);
  }

  private static RewindEvent event(FactReader in) {
    OptionalDouble clock =
        in.flag()
            ? OptionalDouble.of(Double.longBitsToDouble(in.number()))
            : OptionalDouble.empty();
    return new RewindEvent(
        clock,
        in.text(),
        in.text(),
        in.text(),
        in.count(),
        variables(in),
        variables(in),
        in.text(),
        in.text());
  }

  private static List<MaskedVariable> variables(FactReader in) {
    int count = in.count();
    List<MaskedVariable> variables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      variables.add(new MaskedVariable(in.text(), in.text()));
    }
    return variables;
  }
}
