package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of one patched function, any of which may be missing, but not all.
///
/// @param baseName file name without its ending
record PatchGroup(
    String baseName,
    Optional<SourceFile> code,
    Optional<SourceFile> original,
    Optional<SourceFile> metadata) {

  static final String CODE = ".code";
  static final String ORIGINAL = ".orig.code";
  static final String METADATA = ".json";

  static PatchGroup empty(String baseName) {
    return new PatchGroup(baseName, Optional.empty(), Optional.empty(), Optional.empty());
  }

  PatchGroup with(SourceFile file, FileKind kind) {
    Optional<SourceFile> given = Optional.of(file);
    return switch (kind) {
      case PATCH_CODE -> new PatchGroup(baseName, given, original, metadata);
      case ORIGINAL_CODE -> new PatchGroup(baseName, code, given, metadata);
      default -> new PatchGroup(baseName, code, original, given);
    };
  }

  /// Name of the files without their ending.
  static String baseOf(String name, FileKind kind) {
    String ending =
        switch (kind) {
          case PATCH_CODE -> CODE;
          case ORIGINAL_CODE -> ORIGINAL;
          default -> METADATA;
        };
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  record Member(SourceFile file, FileKind kind) {}

  /// Its files; the first one is the one the patch is said to stand in.
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    code.ifPresent(file -> members.add(new Member(file, FileKind.PATCH_CODE)));
    metadata.ifPresent(file -> members.add(new Member(file, FileKind.PATCH_METADATA)));
    original.ifPresent(file -> members.add(new Member(file, FileKind.ORIGINAL_CODE)));
    return members;
  }
}
