package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.LineCounts;
import io.suturescope.model.origin.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// Reads a file that grows by lines, from where the last reading ended if what was read then is
/// still the same.
final class LogReader implements LineFile.Lines {

  /// Reads one record.
  interface Records {
    /// @return why the line is no record; empty when it was accepted
    Optional<String> record(byte[] bytes, int from, int to, Place place);
  }

  private static final String UNFINISHED =
      " (the line has no end yet and is read again when the file grows)";
  private static final String CARRIAGE_RETURNS =
      "records are separated by carriage returns only; each is read as a line";

  private final ProjectReading reading;
  private final SourceFile file;
  private final Records records;
  private long line;
  private long consumedLines;
  private long accepted;
  private long blank;
  private long problems;

  LogReader(ProjectReading reading, SourceFile file, Records records) {
    this.reading = reading;
    this.file = file;
    this.records = records;
  }

  /// Where a reading starts.
  private record Start(ImportSink.Mode mode, long offset, long lines, Check check) {}

  /// @return false when the file is the one read before and nothing was read
  boolean read(FileKind kind) {
    if (reading.looksUnchanged(file, kind) && !reading.tree().fromArchive()) {
      reading.unchanged(file);
      return false;
    }
    Optional<SeekableByteChannel> opened = reading.tree().channel(file.name());
    if (opened.isEmpty()) {
      reading.replace(file, kind, Optional.empty(), bytes -> {});
      return true;
    }
    try (SeekableByteChannel channel = opened.get()) {
      return read(kind, channel);
    } catch (IOException unreadable) {
      reading.problem(file, "could not be read to its end: " + unreadable.getMessage(), "");
      endAt(kind, 0, 0);
      return true;
    }
  }

  private boolean read(FileKind kind, SeekableByteChannel channel) throws IOException {
    Start start = start(kind, channel);
    if (start.mode() == ImportSink.Mode.APPEND
        && reading.looksUnchanged(file, kind)
        && reading.tree().fromArchive()) {
      reading.unchanged(file);
      return false;
    }
    reading.sink().begin(file.name(), start.mode());
    channel.position(start.offset());
    line = start.lines();
    consumedLines = line;
    LineFile lines = new LineFile(channel, start.check(), reading::within);
    long consumed = lines.readAll(this);
    endAt(kind, consumed, start.check().value());
    return true;
  }

  private void endAt(FileKind kind, long consumed, long check) {
    reading
        .sink()
        .end(
            new FileMark(kind, file.size(), file.modifiedMicros(), consumed, consumedLines, check),
            kind == FileKind.INCIDENT_LOG
                ? new LineCounts(accepted, blank, problems)
                : LineCounts.NONE);
    reading.advance(file);
  }

  private Start start(FileKind kind, SeekableByteChannel channel) throws IOException {
    Optional<FileMark> known =
        reading
            .sink()
            .known(file.name())
            .filter(mark -> mark.kind() == kind && mark.consumed() <= file.size());
    if (known.isEmpty() || known.get().consumed() == 0) {
      return new Start(ImportSink.Mode.REPLACE, 0, 0, new Check());
    }
    FileMark mark = known.get();
    Check check = new Check();
    int last = sum(channel, mark.consumed(), check);
    if (check.value() != mark.check()) {
      return new Start(ImportSink.Mode.REPLACE, 0, 0, new Check());
    }
    if (last == '\n') {
      return new Start(ImportSink.Mode.APPEND, mark.consumed(), mark.lines(), check);
    }
    return afterUnendedLine(channel, mark, check);
  }

  /// The last line was whole but had no line end; by now it may have got one, or something else.
  private static Start afterUnendedLine(SeekableByteChannel channel, FileMark mark, Check check)
      throws IOException {
    ByteBuffer next = ByteBuffer.allocate(2);
    channel.position(mark.consumed());
    int read = channel.read(next);
    int end = read >= 2 && next.get(0) == '\r' && next.get(1) == '\n' ? 2 : 1;
    if (read <= 0) {
      return new Start(ImportSink.Mode.APPEND, mark.consumed(), mark.lines(), check);
    }
    if (next.get(end - 1) != '\n') {
      return new Start(ImportSink.Mode.REPLACE, 0, 0, new Check());
    }
    check.update(next.array(), 0, end);
    return new Start(ImportSink.Mode.APPEND, mark.consumed() + end, mark.lines(), check);
  }

  /// @return the last byte that was summed up
  private static int sum(SeekableByteChannel channel, long length, Check check) throws IOException {
    byte[] block = new byte[1 << 16];
    int last = -1;
    long left = length;
    channel.position(0);
    while (left > 0) {
      int read = channel.read(ByteBuffer.wrap(block, 0, (int) Math.min(block.length, left)));
      if (read <= 0) {
        return -1;
      }
      check.update(block, 0, read);
      last = block[read - 1];
      left -= read;
    }
    return last;
  }

  @Override
  public boolean line(byte[] bytes, int from, int to, long offset, LineFile.Ending ending) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    boolean consume = line(bytes, from, end, offset, ending, ending == LineFile.Ending.NONE);
    if (consume) {
      consumedLines = line;
    }
    return consume;
  }

  private boolean line(
      byte[] bytes, int from, int to, long offset, LineFile.Ending ending, boolean last) {
    line++;
    if (ending == LineFile.Ending.CUT) {
      problem(bytes, from, to, "longer than the limit of " + LineFile.LINE_LIMIT + " bytes");
      return true;
    }
    if (isBlank(bytes, from, to)) {
      blank++;
      return !last;
    }
    Place place = new Place(file.name(), line, offset, to - from);
    Optional<String> refused = records.record(bytes, from, to, place);
    if (refused.isEmpty()) {
      accepted++;
      return true;
    }
    if (hasBareCarriageReturn(bytes, from, to)) {
      line--;
      pieces(bytes, from, to, offset);
      return !last;
    }
    problem(bytes, from, to, last ? refused.get() + UNFINISHED : refused.get());
    return !last;
  }

  private boolean isBlank(byte[] bytes, int from, int to) {
    if (Utf8.isBlank(bytes, from, to)) {
      return true;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    warning("a line of NUL bytes only, as a crashed file system leaves them");
    return true;
  }

  private static boolean hasBareCarriageReturn(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\r') {
        return true;
      }
    }
    return false;
  }

  private void pieces(byte[] bytes, int from, int to, long offset) {
    int begin = from;
    boolean told = false;
    for (int at = from; at <= to; at++) {
      if (at == to || bytes[at] == '\r') {
        piece(bytes, begin, at, offset + (begin - from));
        begin = at + 1;
        if (!told) {
          warning(CARRIAGE_RETURNS);
          told = true;
        }
      }
    }
  }

  private void piece(byte[] bytes, int from, int to, long offset) {
    line++;
    if (isBlank(bytes, from, to)) {
      blank++;
      return;
    }
    Optional<String> refused =
        records.record(bytes, from, to, new Place(file.name(), line, offset, to - from));
    if (refused.isEmpty()) {
      accepted++;
    } else {
      problem(bytes, from, to, refused.get());
    }
  }

  private void problem(byte[] bytes, int from, int to, String reason) {
    problems++;
    reading
        .sink()
        .problem(ImportProblem.problem(file.name(), line, reason, Utf8.excerpt(bytes, from, to)));
  }

  private void warning(String reason) {
    reading.sink().problem(ImportProblem.warning(file.name(), line, reason, ""));
  }
}
