package io.suturescope.model.alert;

import io.suturescope.model.incident.SeverityRules;

/// How bad a crash is, and who is told.
public record AlertPolicy(SeverityRules rules, AlertRouting routing) {

  public static final AlertPolicy CODESUTURE =
      new AlertPolicy(SeverityRules.CODESUTURE, AlertRouting.CODESUTURE);
}
