package io.suturescope.model.origin;

/// Lines of incident logs: `total = accepted + blank + problems`, always (cli.md, `import --json`).
public record LineCounts(long accepted, long blank, long problems) {

  public static final LineCounts NONE = new LineCounts(0, 0, 0);

  public long total() {
    return accepted + blank + problems;
  }

  public LineCounts plus(LineCounts other) {
    return new LineCounts(
        accepted + other.accepted, blank + other.blank, problems + other.problems);
  }
}
