package io.suturescope.importers.codesuture;

import io.suturescope.importers.codesuture.PatchGroup.Member;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.FileMark;
import io.suturescope.model.origin.ImportProblem;
import io.suturescope.model.origin.Place;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads one patch store (codesuture.md 2): its key, and each function's files as one patch.
final class PatchStoreReader {

  private static final int USUAL_KEY_BYTES = 32;
  private static final int OTHERS_READ = 044;

  private final ProjectReading reading;
  private final Optional<SourceFile> keyFile;
  private final PythonMismatch mismatch;
  private Optional<byte[]> key = Optional.empty();
  private boolean keyUnchanged = true;

  /// @param mismatch is told of the code files, to be compared with the newest incident
  PatchStoreReader(ProjectReading reading, Optional<SourceFile> keyFile, PythonMismatch mismatch) {
    this.reading = reading;
    this.keyFile = keyFile;
    this.mismatch = mismatch;
  }

  void read(Collection<PatchGroup> groups) {
    keyFile.ifPresent(this::readKey);
    groups.forEach(this::readGroup);
  }

  private void readKey(SourceFile file) {
    key = reading.content(file);
    keyUnchanged = reading.looksUnchanged(file, FileKind.SECRET_KEY);
    if (keyUnchanged && !reading.tree().fromArchive()) {
      reading.unchanged(file);
      return;
    }
    reading.replace(file, FileKind.SECRET_KEY, key, this::judgeKey);
  }

  private void judgeKey(byte[] bytes) {
    SourceFile file = keyFile.orElseThrow();
    if (bytes.length != USUAL_KEY_BYTES) {
      reading.warning(
          file, "the key has " + bytes.length + " bytes instead of " + USUAL_KEY_BYTES, "");
    }
    if (file.mode().isPresent() && (file.mode().get() & OTHERS_READ) != 0) {
      reading.warning(
          file, "the key can be read by other users of the machine, who can then sign patches", "");
    }
  }

  /// A file of a group with its content, which is empty when it cannot be read.
  private record Loaded(Member member, Optional<byte[]> content) {
    boolean isReadable() {
      return content.isPresent();
    }
  }

  private void readGroup(PatchGroup group) {
    Optional<byte[]> code = group.code().flatMap(reading::content);
    CodeLook look = code.map(CodeLook::at).orElse(CodeLook.NONE);
    mismatch.see(look.pythons());
    if (isUnchanged(group)) {
      group.members().forEach(member -> reading.unchanged(member.file()));
      return;
    }
    Optional<byte[]> json = group.metadata().flatMap(reading::content);
    Optional<PatchMetadataReader.Read> read = json.map(PatchMetadataReader::read);
    PatchFile patch = patch(group, code, look, read);
    List<Loaded> files =
        group.members().stream()
            .map(member ->
                switch (member.kind()) {
                  case PATCH_CODE -> new Loaded(member, code);
                  case PATCH_METADATA -> new Loaded(member, json);
                  default -> new Loaded(member, reading.content(member.file()));
                })
            .toList();
    // The patch stands in the first of its files that can be read.
    Loaded host = files.stream().filter(Loaded::isReadable).findFirst().orElse(files.getFirst());
    for (Loaded each : files) {
      SourceFile file = each.member().file();
      reading.replace(
          file,
          each.member().kind(),
          each.content(),
          content -> {
            if (each.equals(host)) {
              reading.sink().patch(patch, Place.wholeFile(file.name()));
              judge(group, patch, file);
            }
            judgeMember(each.member(), content, look, read, patch);
          });
    }
  }

  private PatchFile patch(
      PatchGroup group,
      Optional<byte[]> code,
      CodeLook look,
      Optional<PatchMetadataReader.Read> read) {
    Optional<PatchMetadata> metadata =
        read.flatMap(each ->
            each instanceof PatchMetadataReader.Read.Good good
                ? Optional.of(good.metadata())
                : Optional.empty());
    return new PatchFile(
        group.baseName(),
        group.code().isPresent(),
        group.original().isPresent(),
        metadata,
        Signature.of(code, metadata, key),
        code.map(Signature::sha256).orElse(""),
        look.qualname(),
        look.pythons());
  }

  private boolean isUnchanged(PatchGroup group) {
    return keyUnchanged
        && group.members().stream()
            .allMatch(member ->
                reading.looksUnchanged(member.file(), member.kind())
                    && (!reading.tree().fromArchive() || sameBytes(member.file())));
  }

  private boolean sameBytes(SourceFile file) {
    return reading
        .sink()
        .known(file.name())
        .map(FileMark::check)
        .equals(reading.content(file).map(Check::of));
  }

  private void judge(PatchGroup group, PatchFile patch, SourceFile host) {
    if (group.code().isEmpty() && group.metadata().isPresent()) {
      reading.warning(host, "code file missing", "");
    } else if (group.code().isEmpty()) {
      reading.warning(host, "an original without a patch", "");
    } else if (group.metadata().isEmpty()) {
      reading.warning(host, "no metadata: CodeSuture will refuse it", "");
    } else {
      judgeSignature(patch, host);
    }
  }

  private void judgeSignature(PatchFile patch, SourceFile host) {
    switch (patch.signature()) {
      case INVALID ->
          reading.warning(
              host, "signature does not match: CodeSuture will refuse to load this", "");
      case UNSIGNED -> reading.warning(host, "unsigned: CodeSuture will refuse it", "");
      case NO_KEY ->
          reading.warning(host, "signature cannot be checked: there is no secret.key", "");
      case NO_METADATA ->
          reading.warning(host, "metadata unreadable: CodeSuture will refuse it", "");
      case VALID -> {}
    }
  }

  private void judgeMember(
      Member member,
      byte[] content,
      CodeLook look,
      Optional<PatchMetadataReader.Read> read,
      PatchFile patch) {
    switch (member.kind()) {
      case PATCH_CODE -> judgeCode(member.file(), look);
      case ORIGINAL_CODE -> judgeCode(member.file(), CodeLook.at(content));
      default -> read.ifPresent(each -> judgeMetadata(member.file(), content, each, patch));
    }
  }

  private void judgeCode(SourceFile file, CodeLook look) {
    if (!look.unreadable().isEmpty()) {
      reading.problem(file, "quarantined: " + look.unreadable(), "");
    }
    look.warnings().forEach(warning -> reading.warning(file, warning, ""));
  }

  private void judgeMetadata(
      SourceFile file, byte[] content, PatchMetadataReader.Read read, PatchFile patch) {
    switch (read) {
      case PatchMetadataReader.Read.Bad(String reason) ->
          reading.problem(file, "quarantined: " + reason, Utf8.excerpt(content));
      case PatchMetadataReader.Read.Good(PatchMetadata metadata, String odd) -> {
        String name = metadata.functionName();
        String different =
            name.isEmpty() || patch.baseName().equals(name) || patch.baseName().endsWith("." + name)
                ? ""
                : "func_name is not the one in the file name; the file name decides";
        List<String> all = List.of(odd, different).stream().filter(s -> !s.isEmpty()).toList();
        if (!all.isEmpty()) {
          reading
              .sink()
              .problem(
                  ImportProblem.warning(
                      file.name(), 0, String.join("; ", all), Utf8.excerpt(content)));
        }
      }
    }
  }
}
