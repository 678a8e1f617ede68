package io.suturescope.importers.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names in archives are text from a stranger: this decides which may stand in a listing.
final class EntryName {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
  private static final Pattern SLASH = Pattern.compile("/");

  private EntryName() {}

  /// Why a name is refused; empty when it is safe.
  static Optional<String> refusal(String name) {
    if (name.indexOf('\0') >= 0) {
      return Optional.of("entry refused: its name holds a NUL character");
    }
    if (name.startsWith("/") || name.startsWith("\\") || DRIVE.matcher(name).matches()) {
      return Optional.of("entry refused: its name is an absolute path");
    }
    for (String part : SEPARATORS.split(name, -1)) {
      if (part.equals("..")) {
        return Optional.of("entry refused: its name climbs out of the archive");
      }
    }
    return Optional.empty();
  }

  /// The name without empty and `.` parts.
  static String plain(String name) {
    return resolve("", name).orElse("");
  }

  /// What a link in `folder` points to, inside the archive; empty when it leaves it.
  static Optional<String> resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : SLASH.split(folder + "/" + target, -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
