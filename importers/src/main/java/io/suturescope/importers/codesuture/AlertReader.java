package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.alert.Alert;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.origin.DigestFile;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads alert files, unread.md and digests (codesuture.md 6 and 7): plain text, nothing in it is
/// followed.
final class AlertReader {

  private static final Pattern FILE_NAME =
      Pattern.compile(
          "ALERT_(\\d{4}-\\d{2}-\\d{2})_(\\d{2})(\\d{2})(\\d{2})_([A-Za-z]+)_(.+)\\.md");
  private static final Pattern LINK = Pattern.compile("\\[Details]\\(([^()]*)\\)");
  private static final int TITLE_LIMIT = 200;

  private final ProjectReading reading;
  private final SourceFile file;

  AlertReader(ProjectReading reading, SourceFile file) {
    this.reading = reading;
    this.file = file;
  }

  void read(byte[] bytes) {
    List<String> odd = new ArrayList<>();
    if (Utf8.isBlank(bytes, 0, bytes.length)) {
      odd.add("empty: only the file name tells something");
    } else if (Utf8.firstBad(bytes, 0, bytes.length) >= 0) {
      odd.add("not UTF-8: bad bytes are replaced");
    }
    Matcher name = FILE_NAME.matcher(file.baseName());
    String id = "";
    Severity severity = Severity.UNKNOWN;
    Optional<Instant> time = Optional.empty();
    if (name.matches()) {
      id = name.group(6);
      severity = Severity.ofRecorded(name.group(5));
      time =
          RecordedTime.parse(
              name.group(1) + "T" + name.group(2) + ":" + name.group(3) + ":" + name.group(4));
    } else {
      odd.add("its file name holds no time, severity and incident id");
    }
    reading.sink().alert(new Alert(id, severity, time, title(bytes)), Place.wholeFile(file.name()));
    if (!odd.isEmpty()) {
      reading.warning(file, "alert kept, but " + String.join("; ", odd), Utf8.excerpt(bytes));
    }
  }

  /// First heading of a text, cut to a length that can be shown.
  static String title(byte[] bytes) {
    String text =
        new String(bytes, 0, Math.min(bytes.length, 4 * TITLE_LIMIT), StandardCharsets.UTF_8);
    String first = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    String title = first.replaceFirst("^\\uFEFF?#+\\s*", "");
    return title.length() > TITLE_LIMIT ? title.substring(0, TITLE_LIMIT - 1) + "…" : title;
  }

  void readDigest(byte[] bytes) {
    String title = title(bytes);
    reading
        .sink()
        .digest(new DigestFile(title, title.contains("Weekly")), Place.wholeFile(file.name()));
  }

  void readUnread(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long line = 0;
    long firstGone = 0;
    long gone = 0;
    String excerpt = "";
    for (String each : text.lines().toList()) {
      line++;
      Matcher link = LINK.matcher(each);
      if (link.find() && isGone(link.group(1))) {
        gone++;
        if (firstGone == 0) {
          firstGone = line;
          excerpt = each;
        }
      }
    }
    if (gone > 0) {
      reading
          .sink()
          .problem(
              ImportProblem.warning(
                  file.name(),
                  firstGone,
                  gone
                      + (gone == 1 ? " line names" : " lines name")
                      + " an alert whose file is gone: details were dismissed",
                  excerpt));
    }
    if (Utf8.firstBad(bytes, 0, bytes.length) >= 0) {
      reading.warning(file, "not UTF-8: bad bytes are replaced", "");
    }
  }

  /// Only names of files beside unread.md are looked up, in the list that was made before.
  private boolean isGone(String name) {
    String prefix = file.folder().isEmpty() ? "" : file.folder() + "/";
    return name.indexOf('/') >= 0 || reading.tree().file(prefix + name).isEmpty();
  }
}
