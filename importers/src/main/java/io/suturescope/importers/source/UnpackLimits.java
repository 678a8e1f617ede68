package io.suturescope.importers.source;

/// What an archive may cost at most. The ratio counts late, because a log with one enormous line is
/// packed almost as well as a bomb.
///
/// @param entries number of entries
/// @param totalBytes unpacked bytes of all entries together
/// @param ratio unpacked bytes for one packed byte, looked at once an entry passes `ratioFrom`
/// @param ratioFrom bytes of an entry before its ratio counts
public record UnpackLimits(int entries, long totalBytes, long ratio, long ratioFrom) {

  public static final UnpackLimits USUAL = new UnpackLimits(300_000, 4L << 30, 200, 32L << 20);
}
