package io.suturescope.app.store;

import io.suturescope.model.incident.Incident;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Gives numbers to what repeats in incidents.
final class Dictionary {

  private final TextTable names;
  private final TextTable texts;
  private final StackTable stacks;
  private final NumberTable groups;
  private final NumberTable sites;
  private final NumberTable envs;
  private final NumberTable shapes;
  private final Lately lateGroups = new Lately();
  private final Lately lateSites = new Lately();
  private final Lately lateEnvs = new Lately();

  Dictionary(Db db) throws SQLException {
    names = new TextTable(db, false);
    texts = new TextTable(db, true);
    stacks = new StackTable(db);
    groups =
        new NumberTable(
            db, "grp", "fingerprint", "module", "function", "guard", "exception", "words");
    sites = new NumberTable(db, "site", "path", "line", "target", "standin", "fix", "confidence");
    envs = new NumberTable(db, "env", "python", "codesuture", "ttl", "hits", "thread", "review");
    shapes = new NumberTable(db, "shape", "grp", "site", "message", "stack");
  }

  /// An incident as numbers.
  record Coded(
      long group, long message, long stack, long shape, long env, long extra, long python) {}

  Coded code(Incident i) throws SQLException {
    long group = group(i);
    long message = texts.id(i.exceptionMessage());
    long stack = stack(i.stackTrace());
    long shape = shapes.id(group, site(i), message, stack);
    long python = names.id(i.pythonVersion());
    return new Coded(group, message, stack, shape, env(i, python), extra(i.asRecorded()), python);
  }

  private long group(Incident i) throws SQLException {
    Object[] key = {i.fingerprint(), i.module(), i.function(), i.guardType(), i.exceptionType()};
    long known = lateGroups.find(key);
    if (known != 0) {
      return known;
    }
    long id =
        groups.id(
            names.id(i.fingerprint()),
            names.id(i.module()),
            names.id(i.function()),
            names.id(i.guardType()),
            names.id(i.exceptionType()),
            texts.id(i.function()));
    lateGroups.keep(key, id);
    return id;
  }

  private long site(Incident i) throws SQLException {
    Object[] key = {
      i.filePath(),
      i.lineNumber(),
      i.targetVariable(),
      i.defaultValue(),
      i.suggestedFix(),
      i.fixConfidence()
    };
    long known = lateSites.find(key);
    if (known != 0) {
      return known;
    }
    long id =
        sites.id(
            names.id(i.filePath()),
            i.lineNumber(),
            names.id(i.targetVariable()),
            names.id(i.defaultValue()),
            i.suggestedFix().isPresent() ? names.id(i.suggestedFix().get()) : 0,
            names.id(i.fixConfidence()));
    lateSites.keep(key, id);
    return id;
  }

  private long env(Incident i, long python) throws SQLException {
    Object[] key = {
      python, i.codesutureVersion(), i.ttlDays(), i.hitCount(), i.threadName(), i.reviewPriority()
    };
    long known = lateEnvs.find(key);
    if (known != 0) {
      return known;
    }
    long id =
        envs.id(
            python,
            names.id(i.codesutureVersion()),
            i.ttlDays(),
            i.hitCount(),
            names.id(i.threadName()),
            names.id(i.reviewPriority()));
    lateEnvs.keep(key, id);
    return id;
  }

  /// Writes what waits.
  void flush() throws SQLException {
    names.flush();
    texts.flush();
    stacks.flush();
    groups.flush();
    sites.flush();
    envs.flush();
    shapes.flush();
  }

  private long stack(List<String> frames) throws SQLException {
    long[] ids = new long[frames.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = texts.id(frames.get(i));
    }
    return stacks.id(ids);
  }

  /// Names and values, one after the other, with a character between that JSON text cannot hold.
  private long extra(Map<String, String> asRecorded) throws SQLException {
    if (asRecorded.isEmpty()) {
      return 0;
    }
    StringBuilder joined = new StringBuilder();
    asRecorded.forEach(
        (name, value) -> joined.append(name).append(BETWEEN).append(value).append(BETWEEN));
    return names.id(joined.toString());
  }

  /// The separator of names and values in the text of `extra`.
  static final char BETWEEN = '\u001F';
}
