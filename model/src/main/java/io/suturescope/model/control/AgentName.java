package io.suturescope.model.control;

import java.util.regex.Pattern;

/// The name of one enrolled process (control-protocol.md 3): lower-case letters, digits and
/// hyphens, at most 63.
///
/// @param text such as `web-1`
public record AgentName(String text) implements Comparable<AgentName> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  public AgentName {
    if (!isName(text)) {
      throw new IllegalArgumentException("no name of an agent");
    }
  }

  public static boolean isName(String text) {
    return FORM.matcher(text).matches();
  }

  /// The fictional host that requests are addressed to; no web page can be loaded from it.
  public String authority() {
    return text + ".agent.invalid";
  }

  @Override
  public int compareTo(AgentName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
