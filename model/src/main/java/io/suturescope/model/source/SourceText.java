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
  private static final int CODING_LIMIT = 1000;
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String path;
  private final byte[] content;
  private final int[] starts;
  private final Charset charset;

  private SourceText(String path, byte[] content) {
    this.path = path;
    this.content = content;
    this.starts = starts(content);
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
    return starts.length;
  }

  /// The text of a line without its end.
  ///
  /// @param number from 1 to {@link #lineCount}
  public String line(int number) {
    return decode(starts[number - 1], end(number));
  }

  /// The lines from one number to another, both included and clamped.
  public List<String> lines(int from, int to) {
    List<String> wanted = new ArrayList<>();
    for (int number = Math.max(1, from); number <= Math.min(to, starts.length); number++) {
      wanted.add(line(number));
    }
    return List.copyOf(wanted);
  }

  /// The whole text, without a byte order mark.
  public String text() {
    return decode(starts.length == 0 ? 0 : starts[0], content.length);
  }

  /// The bytes, one character each.
  String bytesAsText() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /// The same file with another line, whose line end stays.
  SourceText with(int number, String text) {
    int from = starts[number - 1];
    int end = end(number);
    byte[] replacement = text.getBytes(charset);
    byte[] changed = new byte[content.length - (end - from) + replacement.length];
    System.arraycopy(content, 0, changed, 0, from);
    System.arraycopy(replacement, 0, changed, from, replacement.length);
    System.arraycopy(content, end, changed, from + replacement.length, content.length - end);
    return new SourceText(path, changed);
  }

  /// True when the text has bytes in the encoding of the file.
  boolean canHold(String text) {
    return charset.canEncode() && charset.newEncoder().canEncode(text);
  }

  private String decode(int from, int end) {
    return new String(content, from, end - from, charset);
  }

  /// Where each line begins.
  private static int[] starts(byte[] content) {
    int[] starts = new int[Math.min(content.length, 1024)];
    int count = 0;
    int next = startsWithBom(content) ? BOM.length : 0;
    while (next < content.length) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
      while (next < content.length && content[next] != '\n' && content[next] != '\r') {
        next++;
      }
      boolean pair =
          next + 1 < content.length && content[next] == '\r' && content[next + 1] == '\n';
      next += pair ? 2 : 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /// Behind the last character of a line, before the line end.
  private int end(int number) {
    int end = number < starts.length ? starts[number] : content.length;
    if (end > starts[number - 1] && content[end - 1] == '\n') {
      end--;
    }
    if (end > starts[number - 1] && content[end - 1] == '\r') {
      end--;
    }
    return end;
  }

  private static boolean startsWithBom(byte[] content) {
    return content.length >= BOM.length
        && content[0] == BOM[0]
        && content[1] == BOM[1]
        && content[2] == BOM[2];
  }

  private Charset charsetOf() {
    for (int number = 1; number <= Math.min(2, starts.length); number++) {
      int from = starts[number - 1];
      int end = Math.min(end(number), from + CODING_LIMIT);
      String comment = new String(content, from, end - from, StandardCharsets.ISO_8859_1);
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
