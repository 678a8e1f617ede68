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
    long group =
        groups.id(
            names.id(i.fingerprint()),
            names.id(i.module()),
            names.id(i.function()),
            names.id(i.guardType()),
            names.id(i.exceptionType()),
            texts.id(i.function()));
    long message = texts.id(i.exceptionMessage());
    long stack = stack(i.stackTrace());
    long site =
        sites.id(
            names.id(i.filePath()),
            i.lineNumber(),
            names.id(i.targetVariable()),
            names.id(i.defaultValue()),
            i.suggestedFix().isPresent() ? names.id(i.suggestedFix().get()) : 0,
            names.id(i.fixConfidence()));
    long python = names.id(i.pythonVersion());
    long env =
        envs.id(
            python,
            names.id(i.codesutureVersion()),
            i.ttlDays(),
            i.hitCount(),
            names.id(i.threadName()),
            names.id(i.reviewPriority()));
    return new Coded(
        group,
        message,
        stack,
        shapes.id(group, site, message, stack),
        env,
        extra(i.asRecorded()),
        python);
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
