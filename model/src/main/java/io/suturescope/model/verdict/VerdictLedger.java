package io.suturescope.model.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// All that is known of one patch from shadow runs, and how much that is.
///
/// An empty ledger is not a good sign: most runs have no shadow, and of those that have, only
/// *justified* reaches the disk (codesuture.md 9).
public final class VerdictLedger {

  private final VerdictSubject subject;
  private final List<VerdictEntry> entries;
  private final Optional<VerdictEntry> standing;

  private VerdictLedger(VerdictSubject subject, List<VerdictEntry> entries) {
    this.subject = subject;
    this.entries = entries;
    // Lists are sorted by it: found once.
    this.standing = stands();
  }

  /// @param entries in any order
  public static VerdictLedger of(VerdictSubject subject, List<VerdictEntry> entries) {
    List<VerdictEntry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparing((VerdictEntry e) -> e.verdict().time().orElse(Instant.MAX))
            .thenComparing(e -> e.place().file())
            .thenComparingLong(e -> e.place().line()));
    return new VerdictLedger(subject, List.copyOf(sorted));
  }

  public VerdictSubject subject() {
    return subject;
  }

  /// By time; those without one last, in the order of their lines.
  public List<VerdictEntry> entries() {
    return entries;
  }

  /// True when the verdict is older than the present code, of which it then says nothing. One
  /// without a time is never said to be older: it may be.
  public boolean isBeforePresentCode(VerdictEntry entry) {
    return entry.verdict().time().isPresent()
        && subject.patchedAt().isPresent()
        && entry.verdict().time().get().isBefore(subject.patchedAt().get());
  }

  /// The newest verdict of this kind; without times, the last one printed.
  public Optional<VerdictEntry> newest(VerdictKind kind) {
    List<VerdictEntry> of = entries.stream().filter(e -> e.verdict().kind() == kind).toList();
    return of.stream()
        .filter(e -> e.verdict().time().isPresent())
        .reduce((_, later) -> later)
        .or(() -> of.stream().reduce((_, later) -> later));
  }

  /// At least how many runs said this. The text of a run repeats what copies on disk say, so the
  /// larger number counts, not the sum.
  public long count(VerdictKind kind) {
    return count(entries.stream().filter(e -> e.verdict().kind() == kind).toList());
  }

  /// At least how many runs said anything, whenever that was.
  public long count() {
    long sum = 0;
    for (VerdictKind kind : VerdictKind.values()) {
      sum += kind == VerdictKind.NOT_RUN ? 0 : count(kind);
    }
    return sum;
  }

  private static long count(List<VerdictEntry> of) {
    Map<VerdictSource, Long> bySource = new EnumMap<>(VerdictSource.class);
    for (VerdictEntry entry : of) {
      bySource.merge(entry.verdict().source(), entry.verdict().count(), Long::sum);
    }
    return bySource.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /// Kinds that the present code has a verdict of; {@link VerdictKind#NOT_RUN} when it has none.
  public boolean has(VerdictKind kind) {
    Predicate<VerdictEntry> said = e -> e.verdict().kind() != VerdictKind.NOT_RUN;
    return kind == VerdictKind.NOT_RUN
        ? present().stream().noneMatch(said)
        : present().stream().anyMatch(e -> e.verdict().kind() == kind);
  }

  /// The newest verdict of the present code. Where several may be the newest, because the text of a
  /// run has no time, the one that needs most attention.
  public VerdictKind standing() {
    return standingEntry().map(e -> e.verdict().kind()).orElse(VerdictKind.NOT_RUN);
  }

  /// The entry that {@link #standing} is taken from.
  public Optional<VerdictEntry> standingEntry() {
    return standing;
  }

  private Optional<VerdictEntry> stands() {
    List<VerdictEntry> newest = new ArrayList<>();
    Map<String, VerdictEntry> lastOfText = new LinkedHashMap<>();
    List<VerdictEntry> said =
        present().stream().filter(e -> e.verdict().kind() != VerdictKind.NOT_RUN).toList();
    Optional<Instant> latest = newestTime(said);
    for (VerdictEntry entry : said) {
      if (entry.verdict().time().isEmpty()) {
        lastOfText.put(entry.sourceName() + "\n" + entry.place().file(), entry);
      } else if (entry.verdict().time().equals(latest)) {
        newest.add(entry);
      }
    }
    newest.addAll(lastOfText.values());
    return newest.stream().min(Comparator.comparing(e -> e.verdict().kind()));
  }

  private List<VerdictEntry> present() {
    return entries.stream().filter(e -> !isBeforePresentCode(e)).toList();
  }

  private static Optional<Instant> newestTime(List<VerdictEntry> entries) {
    return entries.stream()
        .map(e -> e.verdict().time())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /// When the newest dated verdict was made.
  public Optional<Instant> newestTime() {
    return newestTime(entries);
  }

  public Optional<Duration> age(Instant now) {
    return newestTime().map(at -> Duration.between(at, now));
  }

  /// How many verdicts say nothing of the present code.
  public long beforePresentCode() {
    return entries.stream()
        .filter(this::isBeforePresentCode)
        .mapToLong(e -> e.verdict().count())
        .sum();
  }

  /// True when a verdict may be about another patch.
  public boolean ambiguous() {
    return entries.stream().anyMatch(VerdictEntry::ambiguous);
  }

  /// "2 of 5 crashes": crashes on which a shadow run was noted. Not the share of calls, which disk
  /// does not know.
  public String coverage() {
    return subject.crashes() == 0
        ? "no crash recorded"
        : subject.verifiedCrashes()
            + " of "
            + subject.crashes()
            + (subject.crashes() == 1 ? " crash" : " crashes");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerdictLedger that
        && subject.equals(that.subject)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, entries);
  }
}
