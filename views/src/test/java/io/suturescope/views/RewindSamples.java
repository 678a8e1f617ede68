package io.suturescope.views;

import io.suturescope.model.rewind.Rewind;
import io.suturescope.model.rewind.RewindComparison;
import io.suturescope.model.rewind.RewindEvent;
import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import io.suturescope.model.rewind.RewindTrace;
import io.suturescope.views.rewind.RewindState;
import io.suturescope.views.rewind.RewindState.Compared;
import io.suturescope.views.rewind.RewindState.FirstSeen;
import io.suturescope.views.rewind.RewindState.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rewinds as crashes leave them.
final class RewindSamples {

  private RewindSamples() {}

  private static RewindEvent event(
      double clock, String event, String function, int line, String returned, String... locals) {
    List<MaskedVariable> variables = new ArrayList<>();
    for (int i = 0; i < locals.length; i += 2) {
      variables.add(new MaskedVariable(locals[i], locals[i + 1]));
    }
    boolean call = event.equals("call");
    return new RewindEvent(
        OptionalDouble.of(clock),
        event,
        function,
        "shop.web",
        line,
        call ? variables : List.of(),
        call ? List.of() : variables,
        returned,
        event.equals("exception")
            ? "AttributeError: 'NoneType' object has no attribute 'nick'"
            : "");
  }

  private static Rewind rewind(String nick, String token) {
    List<RewindEvent> events =
        List.of(
            event(10.000100, "call", "serve", 4, "", "request", nick),
            event(10.000210, "call", "handle_request", 12, "", "profile", "None", "token", token),
            event(10.000290, "call", "audit", 30, "", "text", "'" + "long ".repeat(39) + "a..."),
            event(10.000310, "return", "audit", 32, "None"),
            event(10.000420, "call", "greeting", 21, "", "profile", "None"),
            event(10.000500, "exception", "greeting", 22, "", "profile", "None", "size", "3"));
    return new Rewind(
        "greeting",
        Optional.empty(),
        "AttributeError",
        "'NoneType' object has no attribute 'nick'",
        "null_guard",
        "profile",
        events,
        events.size());
  }

  private static Recorded recorded(String title, Rewind rewind, Compared... compared) {
    RewindTrace trace = RewindTrace.of(rewind);
    return new Recorded(
        title,
        rewind.exceptionType() + ": " + rewind.exceptionMessage(),
        trace,
        trace.firstWhere("profile", "None").map(o -> new FirstSeen("profile", "None", o)),
        true,
        List.of(compared));
  }

  /// Two of one crash; another request led to each.
  static RewindState two() {
    Rewind newer = rewind("'/hello?u=7'", "'•••'");
    Rewind older = rewind("'/hello?u=9'", "'•••'");
    return new RewindState(
        List.of(
            recorded(
                "20 Nov 2026 23:03:55", newer, new Compared(1, RewindComparison.of(newer, older))),
            recorded(
                "20 Nov 2026 22:51:02", older, new Compared(0, RewindComparison.of(older, newer)))),
        3);
  }

  /// As many steps as are read of one dump.
  static RewindState longest() {
    List<RewindEvent> events = new ArrayList<>();
    for (int i = 0; i < Rewind.EVENT_LIMIT - 1; i++) {
      boolean call = i % 7 < 4;
      events.add(
          event(
              i / 1000.0,
              call ? "call" : "return",
              "f" + i % 7,
              i % 90,
              call ? "" : "None",
              "value\u202e",
              Integer.toString(i)));
    }
    events.add(event(5, "exception", "greeting", 22, "", "profile", "None"));
    Rewind base = rewind("''", "''");
    Rewind all =
        new Rewind(
            base.function(),
            base.time(),
            base.exceptionType(),
            base.exceptionMessage(),
            base.guardType(),
            base.targetVariable(),
            events,
            events.size());
    return new RewindState(List.of(recorded("20 Nov 2026 23:03:55", all)), 0);
  }
}
