package io.suturescope.app.store;

import io.suturescope.model.digest.LogLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of a source's day files in file order, as CodeSuture's own readers meet them.
final class LogLines {

  private static final Pattern DAY_FILE =
      Pattern.compile("(?:.*/)?incidents_(\\d{4}-\\d\\d-\\d\\d)\\.jsonl", Pattern.DOTALL);

  private static final int STATUS = 4;
  private static final int COPY = 8;
  private static final int AGAIN = 9;

  /// Rows of the file, and lines of it that are rows of elsewhere or repeat one. Small numbers come
  /// as one: most of the cost of a row is that of asking for its columns.
  private static final String LINES =
      """
      SELECT i.time, i.severity | (i.status << 4) | (i.copy << 8) | (x.again << 9), i.grp, h.site, i.extra
      FROM (
        SELECT DISTINCT i.id, i.line, i.offset, 0 AS again
          FROM span s CROSS JOIN incident i ON i.id BETWEEN s.first AND s.last
          WHERE s.file_id = ?1 AND i.file_id = ?1 AND i.gone = 0 AND i.id < ?2
            AND (i.time < ?3 OR i.time IS NULL OR (i.extra <> 0
              AND (SELECT instr(value, 'timestamp' || char(31)) FROM name WHERE id = i.extra) > 0))
        UNION ALL
        SELECT incident, line, offset, 1 FROM sighting
          WHERE file_id = ?1 AND pending = 0 AND incident < ?2
      ) x CROSS JOIN incident i ON i.id = x.id CROSS JOIN shape h ON h.id = i.shape
      ORDER BY x.line, x.offset
      """;

  private static final String GROUP =
      """
      SELECT fp.value, ex.value, fu.value, gu.value FROM grp g JOIN name fp ON fp.id = g.fingerprint
        JOIN name ex ON ex.id = g.exception JOIN name fu ON fu.id = g.function
        JOIN name gu ON gu.id = g.guard WHERE g.id = ?
      """;

  private static final String SITE =
      """
      SELECT ta.value, st.value, fx.value FROM site t JOIN name ta ON ta.id = t.target
        JOIN name st ON st.id = t.standin LEFT JOIN name fx ON fx.id = t.fix WHERE t.id = ?
      """;

  private static final int REMEMBERED = 50_000;

  private final Db db;
  private final View view;
  private final Map<Long, Group> groups = new HashMap<>();
  private final Map<Long, Site> sites = new HashMap<>();
  private final Map<Long, Map<String, String>> extras = new HashMap<>();

  LogLines(Db db, View view) {
    this.db = db;
    this.view = view;
  }

  private record DayFile(long id, LocalDate day, String path) {}

  private record Group(String fingerprint, String exception, String function, String guard) {}

  private record Site(String target, String standIn, Optional<String> fix) {}

  void each(
      long source, LocalDate first, LocalDate last, Instant before, Consumer<LogLine> consumer)
      throws SQLException {
    for (DayFile file : files(source)) {
      if (!file.day().isBefore(first) && !file.day().isAfter(last)) {
        db.each(
            LINES,
            r -> {
              if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("cancelled while reading");
              }
              consumer.accept(line(r));
            },
            file.id(),
            view.hiddenFrom(),
            Codes.micros(before));
      }
    }
  }

  private List<DayFile> files(long source) throws SQLException {
    Map<String, Long> paths = new HashMap<>();
    db.each(
        "SELECT path, id FROM file WHERE source_id = ? AND gone = 0 AND pending = 0",
        r -> paths.put(Words.restored(r.getString(1)), r.getLong(2)),
        source);
    List<DayFile> files = new ArrayList<>();
    paths.forEach((path, id) -> day(path).ifPresent(day -> files.add(new DayFile(id, day, path))));
    files.sort(Comparator.comparing(DayFile::day).thenComparing(DayFile::path));
    return files;
  }

  /// Only real dates: CodeSuture makes the names from days and looks whether there is such a file.
  private static Optional<LocalDate> day(String path) {
    Matcher matcher = DAY_FILE.matcher(path);
    try {
      return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private LogLine line(ResultSet r) throws SQLException {
    long micros = r.getLong(1);
    boolean dated = !r.wasNull();
    int packed = r.getInt(2);
    Group group = group(r.getLong(3));
    Site site = site(r.getLong(4));
    return new LogLine(
        dated ? Optional.of(Codes.instant(micros)) : Optional.empty(),
        Codes.SEVERITIES.get(packed & 0xF),
        Codes.STATUSES.get(packed >> STATUS & 0xF),
        group.fingerprint(),
        group.exception(),
        group.function(),
        group.guard(),
        site.target(),
        site.standIn(),
        site.fix(),
        (packed >> COPY & 1) == 1,
        (packed >> AGAIN & 1) == 1,
        extra(r.getLong(5)));
  }

  private Group group(long id) throws SQLException {
    Group known = groups.get(id);
    if (known == null) {
      known =
          db.first(GROUP, g -> new Group(text(g, 1), text(g, 2), text(g, 3), text(g, 4)), id)
              .orElseThrow();
      groups.put(id, known);
    }
    return known;
  }

  private Site site(long id) throws SQLException {
    Site known = sites.get(id);
    if (known == null) {
      known =
          db.first(
                  SITE,
                  s -> {
                    String fix = s.getString(3);
                    return new Site(
                        text(s, 1), text(s, 2), Optional.ofNullable(fix).map(Words::restored));
                  },
                  id)
              .orElseThrow();
      if (sites.size() >= REMEMBERED) {
        sites.clear();
      }
      sites.put(id, known);
    }
    return known;
  }

  private Map<String, String> extra(long id) throws SQLException {
    if (id == 0) {
      return Map.of();
    }
    Map<String, String> known = extras.get(id);
    if (known == null) {
      known =
          db.first("SELECT value FROM name WHERE id = ?", r -> text(r, 1), id)
              .map(RowLoading::extra)
              .orElse(Map.of());
      if (extras.size() >= REMEMBERED) {
        extras.clear();
      }
      extras.put(id, known);
    }
    return known;
  }

  private static String text(ResultSet r, int column) throws SQLException {
    return Words.restored(r.getString(column));
  }
}
