package io.suturescope.app.store;

/// The kinds of facts besides incidents. The numbers are part of the file format.
enum FactKind {
  LIFECYCLE(1),
  PATCH(2),
  ALERT(3),
  REWIND(4),
  FINGERPRINT(5),
  LEARNED_RULE(6),
  EVENT(7),
  DIGEST(8),
  ALERT_CONFIG(9),
  VERDICT(10),
  AGENT_PATCH(11);

  private final int code;

  FactKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
