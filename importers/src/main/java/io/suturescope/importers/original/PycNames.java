package io.suturescope.importers.original;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The names under which Python keeps a compiled module.
final class PycNames {

  private static final int PARTS_LIMIT = 64;
  private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]+");
  private static final String TAG = ".cpython-";
  private static final String CACHE = "__pycache__/";

  private PycNames() {}

  /// Where the module of a recorded path may lie: for each ending of that path, the longest first,
  /// the optimised ones last. They are names to be looked up in a listing, never opened as paths.
  static List<String> of(String recordedPath, String python) {
    List<String> parts = parts(recordedPath);
    if (parts.isEmpty() || parts.size() > PARTS_LIMIT || !parts.getLast().endsWith(".py")) {
      return List.of();
    }
    String last = parts.getLast();
    String stem = last.substring(0, last.length() - ".py".length());
    String cached = CACHE + stem + ".cpython-" + python.replace(".", "");
    List<String> names = new ArrayList<>();
    for (int first = 0; first < parts.size(); first++) {
      String folder = String.join("/", parts.subList(first, parts.size() - 1));
      String prefix = folder.isEmpty() ? "" : folder + "/";
      names.add(prefix + cached + ".pyc");
      names.add(prefix + cached + ".opt-1.pyc");
      names.add(prefix + cached + ".opt-2.pyc");
      names.add(prefix + stem + ".pyc");
    }
    return names;
  }

  /// What stands before a step up or a drive says nothing about the project.
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : SEPARATORS.split(path, -1)) {
      if (part.equals("..") || part.endsWith(":")) {
        parts.clear();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts;
  }

  /// True for a file in a `__pycache__` that this Python compiled.
  static boolean isOf(String file, String python) {
    int tag = tag(file);
    return tag >= 0 && file.startsWith(python.replace(".", "") + ".", tag + TAG.length());
  }

  /// The `.py` that a `.pyc` was made from.
  static String sourceOf(String pyc) {
    int tag = tag(pyc);
    if (tag < 0) {
      return pyc.substring(0, pyc.length() - 1);
    }
    int stem = pyc.lastIndexOf('/') + 1;
    String folder = pyc.substring(0, stem);
    String above =
        folder.endsWith(CACHE) ? folder.substring(0, folder.length() - CACHE.length()) : folder;
    return above + pyc.substring(stem, tag) + ".py";
  }

  /// Where the tag of the Python begins; -1 without one.
  private static int tag(String file) {
    int tag = file.endsWith(".pyc") ? file.lastIndexOf(TAG) : -1;
    return tag > file.lastIndexOf('/') ? tag : -1;
  }
}
