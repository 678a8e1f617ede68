package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.ProjectLayout;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.Place;
import io.suturescope.model.redaction.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads `[alerts]` of `.codesuture.toml` (codesuture.md 6). Nothing that it points to is ever
/// opened or sent to, and of what may be secret only the harmless part is kept.
final class AlertConfigReader {

  private static final int SIZE_LIMIT = 1 << 20;
  private static final int NESTING_LIMIT = 100;
  private static final Set<String> CHANNELS = Set.of("file", "webhook", "digest");
  private static final Set<String> FORMATS = Set.of("raw", "slack", "discord", "teams");
  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
  private final ProjectReading reading;
  private final SourceFile file;

  AlertConfigReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    reading.sink().alertConfig(config(bytes), Place.wholeFile(file.name()));
  }

  private AlertConfig config(byte[] bytes) {
    if (Utf8.afterBom(bytes, 0, bytes.length) > 0) {
      return defaults("begins with a byte order mark");
    }
    if (Utf8.firstBad(bytes, 0, bytes.length) >= 0) {
      return defaults("not UTF-8");
    }
    if (bytes.length > SIZE_LIMIT || nesting(bytes) > NESTING_LIMIT) {
      return defaults("too long or nested too deep to be read");
    }
    TomlParseResult toml = Toml.parse(new String(bytes, StandardCharsets.UTF_8));
    if (toml.hasErrors()) {
      return defaults("not TOML: " + toml.errors().getFirst().getMessage());
    }
    return config(toml);
  }

  private AlertConfig defaults(String why) {
    warn(why + "; CodeSuture uses its defaults");
    return AlertConfig.CODESUTURE;
  }

  private static int nesting(byte[] bytes) {
    int deepest = 0;
    int depth = 0;
    for (byte b : bytes) {
      if (b == '[' || b == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (b == ']' || b == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return deepest;
  }

  private AlertConfig config(TomlTable toml) {
    Optional<TomlTable> alerts = table(toml, "alerts");
    Optional<TomlTable> alertFile = alerts.flatMap(t -> table(t, "file"));
    Optional<TomlTable> webhook = alerts.flatMap(t -> table(t, "webhook"));
    Optional<TomlTable> escalation = alerts.flatMap(t -> table(t, "escalation"));
    return new AlertConfig(
        flag(alerts, "enabled", true),
        flag(alertFile, "enabled", true),
        directory(text(alertFile, "directory", ProjectLayout.ALERTS)),
        flag(webhook, "enabled", false),
        Redaction.maskedAddress(text(webhook, "url", "")),
        format(text(webhook, "format", "raw")),
        List.copyOf(
            webhook.flatMap(t -> table(t, "headers")).map(TomlTable::keySet).orElse(Set.of())),
        routing(alerts.flatMap(t -> table(t, "routing"))),
        positive(escalation, "repeat_threshold", 5),
        positive(escalation, "repeat_window_hours", 24),
        escalateTo(text(escalation, "escalate_to", "CRITICAL")));
  }

  private void warn(String reason) {
    // The excerpt stays empty: the file may hold secrets.
    reading.warning(file, reason, "");
  }

  private Optional<TomlTable> table(TomlTable parent, String key) {
    Object value = parent.get(List.of(key));
    if (value instanceof TomlTable table) {
      return Optional.of(table);
    }
    if (value != null) {
      warn(key + " is not a table and is ignored");
    }
    return Optional.empty();
  }

  private boolean flag(Optional<TomlTable> table, String key, boolean usual) {
    Object value = table.map(t -> t.get(List.of(key))).orElse(null);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value != null) {
      warn(key + " is not true or false");
    }
    return usual;
  }

  private String text(Optional<TomlTable> table, String key, String usual) {
    Object value = table.map(t -> t.get(List.of(key))).orElse(null);
    if (value instanceof String text) {
      return text;
    }
    if (value != null) {
      warn(key + " is not a text");
    }
    return usual;
  }

  private int positive(Optional<TomlTable> table, String key, int usual) {
    Object value = table.map(t -> t.get(List.of(key))).orElse(null);
    if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    if (value != null) {
      warn(
          value instanceof Long number
              ? key + " is " + number + ", which makes no sense"
              : key + " is not a whole number");
    }
    return usual;
  }

  private String directory(String directory) {
    boolean climbs = List.of(SEPARATORS.split(directory, -1)).contains("..");
    if (climbs || ABSOLUTE.matcher(directory).matches()) {
      warn("the alert directory lies outside the project and is not followed");
    }
    return directory;
  }

  private String format(String format) {
    if (!FORMATS.contains(format)) {
      warn("the webhook format is not one CodeSuture knows");
    }
    return format;
  }

  private String escalateTo(String word) {
    if (Severity.ofRecorded(word) == Severity.UNKNOWN) {
      reading.defect(
          file,
          "escalate_to is not a severity: from the first escalation on, CodeSuture writes no alert"
              + " and no lifecycle update for that function any more",
          "");
    }
    return word;
  }

  private Map<String, List<String>> routing(Optional<TomlTable> table) {
    Map<String, List<String>> routes = new LinkedHashMap<>();
    for (String key : table.map(TomlTable::keySet).orElse(Set.of())) {
      String severity = key.toUpperCase(Locale.ROOT);
      if (Severity.ofRecorded(severity) == Severity.UNKNOWN) {
        warn("routing names a severity that does not exist: " + key);
      }
      routes.put(severity, channels(table.orElseThrow().get(List.of(key)), severity));
    }
    return routes;
  }

  private List<String> channels(@org.jspecify.annotations.Nullable Object value, String severity) {
    List<String> channels = new ArrayList<>();
    if (!(value instanceof TomlArray array)) {
      warn("routing of " + severity + " is not a list of channels");
      return channels;
    }
    for (Object item : array.toList()) {
      String channel = String.valueOf(item);
      channels.add(channel);
      if (!CHANNELS.contains(channel)) {
        warn("routing of " + severity + " names an unknown channel: " + channel);
      }
    }
    return channels;
  }
}
