package io.suturescope.model.alert;

import io.suturescope.model.incident.SeverityRules;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes `.codesuture.toml` (codesuture.md 6).
///
/// Only what CodeSuture 1.1.0 reads is set. Severity rules cannot be configured there: they follow
/// as comments. A masked webhook address and header values that were never kept are not made up:
/// comments say that they are to be filled in.
public final class AlertToml {

  private final StringBuilder out = new StringBuilder();

  private AlertToml() {}

  /// The text of the file, which reads back as {@link #readBack}.
  public static String of(AlertConfig config, SeverityRules rules) {
    AlertToml toml = new AlertToml();
    toml.alerts(config);
    toml.webhook(config);
    toml.routing(config.routing());
    toml.escalation(config);
    toml.rules(rules);
    return toml.out.toString();
  }

  /// What is read from the text: all but the webhook's address and headers.
  public static AlertConfig readBack(AlertConfig config) {
    return new AlertConfig(
        config.enabled(),
        config.fileEnabled(),
        config.directory(),
        config.webhookEnabled(),
        "",
        config.webhookFormat(),
        List.of(),
        config.routing(),
        config.repeatThreshold(),
        config.repeatWindowHours(),
        config.escalateTo());
  }

  private void alerts(AlertConfig config) {
    comment("Alerts of CodeSuture 1.1.0, which reads this file from the project folder.");
    line("[alerts]");
    line("enabled = " + config.enabled());
    table("alerts.file");
    line("enabled = " + config.fileEnabled());
    line("directory = " + quoted(config.directory()));
  }

  private void webhook(AlertConfig config) {
    table("alerts.webhook");
    line("enabled = " + config.webhookEnabled());
    line("format = " + quoted(config.webhookFormat()));
    if (!config.webhookUrlMasked().isEmpty()) {
      comment("The address is a secret and is not exported. Copy it from your own file:");
      comment("url = " + quoted(config.webhookUrlMasked()) + "  (masked)");
    } else if (config.webhookEnabled()) {
      comment("Without an address nothing is sent:");
      comment("url = \"https://...\"");
    }
    if (!config.webhookHeaderNames().isEmpty()) {
      comment("Header values are not kept. Copy them from your own file:");
      comment("[alerts.webhook.headers]");
      config.webhookHeaderNames().forEach(name -> comment(quoted(name) + " = \"...\""));
    }
  }

  private void routing(Map<String, List<String>> routing) {
    if (routing.isEmpty()) {
      return;
    }
    table("alerts.routing");
    comment("\"digest\" sends nothing: the crash stands in the digest in any case.");
    Set<String> written = new java.util.LinkedHashSet<>();
    AlertRouting.SEVERITIES.forEach(severity -> written.add(severity.name()));
    written.addAll(new java.util.TreeSet<>(routing.keySet()));
    for (String severity : written) {
      List<String> channels = routing.get(severity);
      if (channels != null) {
        line(quotedKey(severity) + " = " + list(channels));
      }
    }
  }

  private void escalation(AlertConfig config) {
    table("alerts.escalation");
    line("repeat_threshold = " + config.repeatThreshold());
    line("repeat_window_hours = " + config.repeatWindowHours());
    line("escalate_to = " + quoted(config.escalateTo()));
  }

  private void rules(SeverityRules rules) {
    out.append('\n');
    if (rules.equals(SeverityRules.CODESUTURE)) {
      comment("Severity rules: CodeSuture's own.");
      return;
    }
    comment("Severity rules that were tried. CodeSuture 1.1.0 cannot be told them: they are");
    comment("fixed in its source, and stand here only so that they are not forgotten.");
    comment("sensitive_words = " + list(rules.sensitiveWords()));
    comment("critical_when_sensitive = " + list(rules.criticalWhenSensitive()));
    rules
        .guards()
        .forEach((guard, severity) ->
            comment("guard " + quotedKey(guard) + " = " + quoted(severity.name())));
    comment("low_from_hits = " + rules.repeatThreshold());
  }

  private void table(String name) {
    out.append('\n');
    line("[" + name + "]");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void comment(String text) {
    line("# " + text);
  }

  private static String list(Collection<String> texts) {
    return "[" + String.join(", ", texts.stream().map(AlertToml::quoted).toList()) + "]";
  }

  private static String quotedKey(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : quoted(key);
  }

  /// A basic string of TOML: control characters and half surrogate pairs never stand in it.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < 0x20 || c == 0x7F) {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", c));
          } else if (c >= 0xD800 && c <= 0xDFFF) {
            quoted.append('\uFFFD');
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted.append('"').toString();
  }
}
