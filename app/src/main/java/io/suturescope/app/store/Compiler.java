package io.suturescope.app.store;

import io.suturescope.model.incident.IncidentStatus;
import io.suturescope.model.incident.Severity;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.query.QueryTerm;
import io.suturescope.model.query.QueryValue;
import io.suturescope.model.verdict.VerdictKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Turns a query into a {@link Filter}.
final class Compiler {

  private final Db db;
  private final View view;
  private final Workspace workspace;
  private final ZoneId zone;
  private final Instant now;
  private final List<String> withs = new ArrayList<>();
  private final List<Object> withValues = new ArrayList<>();
  private final List<Cond> group = new ArrayList<>();
  private final List<Cond> words = new ArrayList<>();
  private final List<Cond> row = new ArrayList<>();
  private final List<Cond> hint = new ArrayList<>();
  private final List<Cond> hintOfCrashes = new ArrayList<>();
  private int severities = Filter.ALL_SEVERITIES;
  private int statuses = Filter.ALL_STATUSES;
  private long from = Long.MIN_VALUE;
  private long until = Long.MAX_VALUE;
  private boolean copies;

  private Compiler(Db db, View view, Workspace workspace) {
    this.db = db;
    this.view = view;
    this.workspace = workspace;
    this.zone = workspace.clock().getZone();
    this.now = workspace.clock().instant();
  }

  static Filter compile(Db db, View view, Workspace workspace, IncidentQuery query)
      throws SQLException {
    Compiler compiler = new Compiler(db, view, workspace);
    for (QueryTerm term : query.terms()) {
      compiler.add(term);
    }
    return compiler.filter();
  }

  private Filter filter() {
    Cond with = withs.isEmpty() ? Cond.TRUE : new Cond(String.join(", ", withs), withValues);
    return new Filter(
        view,
        with,
        severities,
        statuses,
        from,
        until,
        copies,
        Cond.all(group),
        Cond.all(words),
        Cond.all(row),
        Cond.all(copies ? hint : Stream.concat(hint.stream(), hintOfCrashes.stream()).toList()));
  }

  private void add(QueryTerm term) throws SQLException {
    if (term.key().isEmpty()) {
      words(term);
      return;
    }
    switch (term.key().get()) {
      case SEVERITY -> severity(term);
      case STATUS -> status(term);
      case GUARD -> group.add(any(term, v -> named("{g}", "guard", v)));
      case FN -> group.add(any(term, v -> named("{g}", "function", v)));
      case MODULE -> group.add(any(term, v -> named("{g}", "module", v)));
      case EXCEPTION -> group.add(any(term, v -> named("{g}", "exception", v)));
      case FINGERPRINT -> group.add(any(term, v -> named("{g}", "fingerprint", v)));
      case FILE -> file(term);
      case PYTHON -> python(term);
      case SOURCE ->
          sources(
              term,
              (source, text) ->
                  Pattern.matches(text, source.displayName())
                      || Pattern.matches(text, source.path()));
      case STATE, EFFECTIVE, SIGNATURE, TTL -> group.add(patches(term));
      case AGENT ->
          sources(
              term,
              (source, text) ->
                  source.agent().filter(agent -> Pattern.matches(text, agent)).isPresent());
      case VERDICT -> verdict(term);
      case SINCE -> since(term);
      case UNTIL -> until(term);
      case HOUR -> row.add(any(term, this::hour));
      case IS -> is(term);
    }
  }

  private void words(QueryTerm term) throws SQLException {
    List<Cond> any = new ArrayList<>();
    for (QueryValue value : term.values()) {
      any.add(word(value));
    }
    words.add(Cond.any(any).negatedIf(term.negated()));
  }

  private static Cond any(QueryTerm term, Function<QueryValue, Cond> each) {
    return Cond.any(term.values().stream().map(each).toList()).negatedIf(term.negated());
  }

  private static String text(QueryValue value) {
    return switch (value) {
      case QueryValue.Text(String text) -> text;
      case QueryValue.Word(String word) -> word;
      default -> throw new IllegalArgumentException("not a text: " + value);
    };
  }

  private void severity(QueryTerm term) {
    for (Severity severity : Severity.values()) {
      boolean matches =
          term.values().stream()
              .anyMatch(v -> v instanceof QueryValue.Level level && level.matches(severity));
      if (matches == term.negated()) {
        severities &= ~(1 << Codes.of(severity));
      }
    }
  }

  private void status(QueryTerm term) {
    for (IncidentStatus status : IncidentStatus.values()) {
      boolean matches = term.values().stream().anyMatch(v -> status.word().equals(text(v)));
      if (matches == term.negated()) {
        statuses &= ~(1 << Codes.of(status));
      }
    }
  }

  /// The ids of the names that a pattern matches, as a subquery.
  private static Cond names(QueryValue value) {
    String text = Words.storable(text(value));
    return text.indexOf('*') >= 0
        ? Cond.of("SELECT id FROM name WHERE coalesce(folded, value) GLOB ?", Words.glob(text))
        : Cond.of("SELECT id FROM name WHERE coalesce(folded, value) = ?", Words.folded(text));
  }

  /// The same among the Python versions, which are few.
  private static Cond pythons(QueryValue value) {
    Cond names = names(value);
    return new Cond(names.sql() + " AND id IN (SELECT DISTINCT python FROM env)", names.values());
  }

  private static Cond within(String before, Cond inner, String after) {
    return new Cond(before + inner.sql() + after, inner.values());
  }

  private Cond named(String groupColumn, String column, QueryValue value) {
    // Groups are fewer than names: each group's name is looked at, not each name there is.
    String text = Words.storable(text(value));
    String names =
        groupColumn
            + " IN (SELECT e.id FROM grp e CROSS JOIN name f ON f.id = e."
            + column
            + " WHERE coalesce(f.folded, f.value) ";
    return text.indexOf('*') >= 0
        ? Cond.of(names + "GLOB ?)", Words.glob(text))
        : Cond.of(names + "= ?)", Words.folded(text));
  }

  private void file(QueryTerm term) {
    String sites = " IN (SELECT t.id FROM site t WHERE t.path IN (";
    row.add(
        any(
            term,
            v ->
                within(
                    "i.shape IN (SELECT h.id FROM shape h WHERE h.site" + sites, names(v), ")))")));
    if (!term.negated()) {
      hint.add(
          any(
              term,
              v ->
                  within(
                      "{g} IN (SELECT h.grp FROM shape h WHERE h.site" + sites, names(v), ")))")));
    }
  }

  private void python(QueryTerm term) {
    row.add(any(term, v -> python("i.env IN (SELECT id FROM env WHERE python IN (", v)));
    if (!term.negated()) {
      // Of crashes: the roll-up leaves verification copies out.
      String groups =
          "{g} IN (SELECT p.grp FROM roll_python p WHERE p.part IN ("
              + view.parts()
              + ") AND p.python IN (";
      hintOfCrashes.add(any(term, v -> python(groups, v)));
    }
  }

  /// `3.12` means every release of it.
  private static Cond python(String before, QueryValue value) {
    Cond exact = within(before, pythons(value), "))");
    if (text(value).indexOf('*') >= 0) {
      return exact;
    }
    Cond releases = within(before, pythons(new QueryValue.Text(text(value) + ".*")), "))");
    return Cond.any(List.of(exact, releases));
  }

  /// Crashes that stand in one of the sources.
  private void sources(QueryTerm term, BiPredicate<SourceIdentity, String> wanted)
      throws SQLException {
    List<Long> sources = new ArrayList<>();
    for (SourceRow each : SourceQueries.visible(db, view)) {
      boolean matches = term.values().stream().anyMatch(v -> wanted.test(each.identity(), text(v)));
      if (matches) {
        sources.add(each.id());
      }
    }
    String files = "SELECT f.id FROM file f WHERE f.source_id IN (SELECT value FROM json_each(?))";
    String ids = Cond.ids(sources);
    Cond cond =
        Cond.of(
            "i.file_id IN ("
                + files
                + ") OR i.id IN (SELECT incident FROM sighting WHERE pending = 0 AND file_id IN ("
                + files
                + "))",
            ids,
            ids);
    row.add(cond.negatedIf(term.negated()));
  }

  private Cond patches(QueryTerm term) throws SQLException {
    List<Long> groups =
        workspace.patches(db, view).groups(term.key().orElseThrow(), term.values(), now);
    return Cond.of("{g} IN (SELECT value FROM json_each(?))", Cond.ids(groups))
        .negatedIf(term.negated());
  }

  private void verdict(QueryTerm term) throws SQLException {
    VerdictIndex index = workspace.verdicts(db, view);
    List<Cond> any = new ArrayList<>();
    for (QueryValue value : term.values()) {
      any.add(verdict(index, VerdictKind.ofWord(text(value)).orElseThrow()));
    }
    row.add(Cond.any(any).negatedIf(term.negated()));
  }

  /// A copy marks its crash; what a run printed is about all crashes of the function.
  private static Cond verdict(VerdictIndex index, VerdictKind kind) {
    Cond marked = Cond.of("i.id IN (SELECT crash FROM fold)");
    return switch (kind) {
      case JUSTIFIED -> Cond.any(List.of(marked, groups(index, kind)));
      case DIVERGENT, UNNECESSARY, ERROR -> groups(index, kind);
      case NOT_RUN -> {
        List<Cond> any = new ArrayList<>(List.of(marked));
        for (VerdictKind said : VerdictKind.values()) {
          if (said != VerdictKind.NOT_RUN) {
            any.add(groups(index, said));
          }
        }
        yield Cond.any(any).negatedIf(true);
      }
    };
  }

  private static Cond groups(VerdictIndex index, VerdictKind kind) {
    List<Long> groups = index.groups(kind);
    return groups.isEmpty()
        ? Cond.FALSE
        : Cond.of("i.grp IN (SELECT value FROM json_each(?))", Cond.ids(groups));
  }

  private void since(QueryTerm term) {
    ToLongFunction<QueryValue> start =
        v ->
            switch (v) {
              case QueryValue.Ago(var ago) -> Codes.micros(now.minus(ago));
              case QueryValue.Day day -> Codes.micros(day.start(zone));
              case QueryValue.Moment(var moment) -> Codes.micros(moment);
              default -> throw new IllegalArgumentException("not a time: " + v);
            };
    long earliest = term.values().stream().mapToLong(start).min().orElseThrow();
    if (term.negated()) {
      row.add(Cond.of("i.time IS NULL OR i.time < ?", earliest));
    } else {
      from = Math.max(from, earliest);
    }
  }

  /// Up to, and without, the moment; with the whole day.
  private void until(QueryTerm term) {
    ToLongFunction<QueryValue> end =
        v ->
            switch (v) {
              case QueryValue.Ago(var ago) -> Codes.micros(now.minus(ago));
              case QueryValue.Day day -> Codes.micros(day.end(zone));
              case QueryValue.Moment(var moment) -> Codes.micros(moment);
              default -> throw new IllegalArgumentException("not a time: " + v);
            };
    long latest = term.values().stream().mapToLong(end).max().orElseThrow();
    if (term.negated()) {
      row.add(Cond.of("i.time IS NULL OR i.time >= ?", latest));
    } else {
      until = Math.min(until, latest);
    }
  }

  private Cond hour(QueryValue value) {
    if (!(value instanceof QueryValue.Hours hours)) {
      throw new IllegalArgumentException("not hours: " + value);
    }
    // Division cuts towards zero: whole days are added, so that nothing is negative.
    String shifted =
        "((i.time + " + 800_000L * Codes.DAY + " + " + offset() + ") / " + Codes.HOUR + " % 24)";
    return Cond.of(
        "i.time IS NOT NULL AND "
            + (hours.from() < hours.to()
                ? shifted + " >= ? AND " + shifted + " < ?"
                : "(" + shifted + " >= ? OR " + shifted + " < ?)"),
        hours.from(),
        hours.to());
  }

  /// The zone's offset at `i.time` in microseconds, as SQL.
  private String offset() {
    return zone.getRules().isFixedOffset()
        ? String.valueOf(zone.getRules().getOffset(now).getTotalSeconds() * 1_000_000L)
        : ZoneOffsets.sql(zone, "i.time");
  }

  private void is(QueryTerm term) throws SQLException {
    List<Cond> any = new ArrayList<>();
    for (QueryValue value : term.values()) {
      String word = text(value);
      copies |= word.equals("copy") && !term.negated();
      any.add(is(word));
    }
    Cond cond = Cond.any(any).negatedIf(term.negated());
    boolean onlyGroups =
        term.values().stream()
            .map(Compiler::text)
            .noneMatch(w -> w.equals("copy") || w.equals("new"));
    if (onlyGroups) {
      group.add(cond);
    } else {
      row.add(cond.on("i.grp"));
    }
  }

  private Cond is(String word) throws SQLException {
    return switch (word) {
      case "copy" -> Cond.of("i.copy = 1");
      case "new" -> Cond.of("i.id >= ?", firstNewRow());
      case "dismissed" ->
          Cond.of(
              "{g} IN (SELECT value FROM json_each(?))",
              Cond.ids(new Subjects(db, view, workspace).dismissed()));
      case "removable", "regressed" -> {
        VerdictIndex verdicts = workspace.verdicts(db, view);
        yield Cond.of(
            "{g} IN (SELECT value FROM json_each(?))",
            Cond.ids(
                workspace
                    .patches(db, view)
                    .groupsOf(patch -> PatchIndex.is(patch, word, verdicts, now))));
      }
      case "divergent" ->
          Cond.of(
              "{g} IN (SELECT value FROM json_each(?))",
              Cond.ids(workspace.verdicts(db, view).groups(VerdictKind.DIVERGENT)));
      default -> Cond.FALSE;
    };
  }

  private long firstNewRow() throws SQLException {
    Optional<String> visit =
        db.first(
            "SELECT value FROM setting WHERE key = ?",
            r -> r.getString(1),
            IncidentStore.LAST_VISIT);
    if (visit.isEmpty()) {
      return 0;
    }
    long hidden = db.number("SELECT hidden_from FROM state").orElseThrow();
    return db.number(
            "SELECT min(first) FROM span WHERE imported > ?",
            Codes.micros(Instant.parse(visit.get())))
        .orElse(hidden);
  }

  /// Looks for a phrase in the distinct texts, which are few, not in the rows.
  private Cond word(QueryValue value) throws SQLException {
    Phrase phrase = Phrase.of(text(value));
    String name = "m" + withs.size();
    String like = "value LIKE ? ESCAPE '\\'";
    if (phrase.likeIsExact()) {
      withs.add(name + "(id) AS MATERIALIZED (SELECT id FROM text WHERE " + like + ")");
      withValues.add(phrase.like());
    } else {
      List<Long> texts = new ArrayList<>();
      db.each(
          "SELECT id, value FROM text WHERE " + like,
          r -> {
            if (phrase.matches(r.getString(2))) {
              texts.add(r.getLong(1));
            }
          },
          phrase.like());
      withs.add(name + "(id) AS MATERIALIZED (SELECT value FROM json_each(?))");
      withValues.add(Cond.ids(texts));
    }
    return Cond.of(
        "{m} IN "
            + name
            + " OR {g} IN (SELECT id FROM grp WHERE words IN "
            + name
            + ") OR {s} IN (SELECT stack_id FROM stack_frame WHERE text_id IN "
            + name
            + ")");
  }
}
