package io.suturescope.model.source;

import io.suturescope.model.bytecode.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Python file of a source, with its lines as Python counts them.
public final class SourceText {
  private static final Pattern CODING =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]{1,40})");
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String path;
  private final byte[] content;
  private final List<Line> lines;
  private final Charset charset;

  /// Bytes of the file.
  ///
  /// @param end behind the last character, before the line end
  private record Line(int from, int end) {}

  private SourceText(String path, byte[] content) {
    this.path = path;
    this.content = content;
    this.lines = split(content);
    this.charset = charsetOf();
  }

  /// @param path inside the project, with `/`
  public static SourceText of(String path, Bytes content) {
    return new SourceText(path, content.toArray());
  }

  /// Inside the project, with `/`.
  public String path() {
    return path;
  }

  /// As PEP 263 finds it: UTF-8, else what the file says of itself, else ISO-8859-1.
  public Charset charset() {
    return charset;
  }

  public int lineCount() {
    return lines.size();
  }

  /// The text of a line without its end.
  ///
  /// @param number from 1 to {@link #lineCount}
  public String line(int number) {
    Line line = lines.get(number - 1);
    return decode(line.from(), line.end());
  }

  /// The lines from one number to another, both included and clamped.
  public List<String> lines(int from, int to) {
    List<String> wanted = new ArrayList<>();
    for (int number = Math.max(1, from); number <= Math.min(to, lines.size()); number++) {
      wanted.add(line(number));
    }
    return List.copyOf(wanted);
  }

  /// The whole text, without a byte order mark.
  public String text() {
    return decode(lines.isEmpty() ? 0 : lines.getFirst().from(), content.length);
  }

  /// The bytes, one character each.
  String bytesAsText() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /// The same file with another line, whose line end stays.
  SourceText with(int number, String text) {
    Line line = lines.get(number - 1);
    byte[] replacement = text.getBytes(charset);
    byte[] changed = new byte[content.length - (line.end() - line.from()) + replacement.length];
    System.arraycopy(content, 0, changed, 0, line.from());
    System.arraycopy(replacement, 0, changed, line.from(), replacement.length);
    int behind = line.from() + replacement.length;
    System.arraycopy(content, line.end(), changed, behind, content.length - line.end());
    return new SourceText(path, changed);
  }

  /// True when the text has bytes in the encoding of the file.
  boolean canHold(String text) {
    return charset.canEncode() && charset.newEncoder().canEncode(text);
  }

  private String decode(int from, int end) {
    return new String(content, from, end - from, charset);
  }

  private static List<Line> split(byte[] content) {
    List<Line> lines = new ArrayList<>();
    int from = startsWithBom(content) ? BOM.length : 0;
    for (int at = from; at < content.length; at++) {
      if (content[at] == '\n' || content[at] == '\r') {
        lines.add(new Line(from, at));
        boolean pair = content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n';
        at += pair ? 1 : 0;
        from = at + 1;
      }
    }
    if (from < content.length) {
      lines.add(new Line(from, content.length));
    }
    return List.copyOf(lines);
  }

  private static boolean startsWithBom(byte[] content) {
    return content.length >= BOM.length
        && content[0] == BOM[0]
        && content[1] == BOM[1]
        && content[2] == BOM[2];
  }

  private Charset charsetOf() {
    for (Line line : lines.subList(0, Math.min(2, lines.size()))) {
      int end = Math.min(line.end(), line.from() + 1000);
      String comment =
          new String(content, line.from(), end - line.from(), StandardCharsets.ISO_8859_1);
      Matcher coding = CODING.matcher(comment);
      if (coding.find()) {
        return named(coding.group(1));
      }
      if (!comment.isBlank() && comment.strip().charAt(0) != '#') {
        break;
      }
    }
    return utf8OrBytes();
  }

  private Charset named(String coding) {
    String name = coding.toLowerCase(Locale.ROOT).replace('_', '-');
    if (name.startsWith("utf-8") || name.equals("utf8")) {
      return utf8OrBytes();
    }
    if (name.startsWith("latin-1") || name.startsWith("iso-8859-1")) {
      return name.endsWith("15") ? Charset.forName("ISO-8859-15") : StandardCharsets.ISO_8859_1;
    }
    try {
      Charset named = Charset.forName(name.replaceFirst("^cp(?=125\\d$)", "windows-"));
      return roundTrips(named) ? named : utf8OrBytes();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return utf8OrBytes();
    }
  }

  private boolean roundTrips(Charset named) {
    return named.canEncode() && Arrays.equals(content, new String(content, named).getBytes(named));
  }

  private Charset utf8OrBytes() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException otherEncoding) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
