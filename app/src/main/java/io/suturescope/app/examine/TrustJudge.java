package io.suturescope.app.examine;

import io.suturescope.app.store.PatchRow;
import io.suturescope.importers.codesuture.PatchFiles;
import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyRendering;
import io.suturescope.model.bytecode.PyText;
import io.suturescope.model.incident.Incident;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.SignatureState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges one patch by its bytes as they are now (codesuture.md 2 and 13; cli.md, `verify`).
final class TrustJudge {

  private static final int SHOWN_NAME = 80;
  private static final String INNER = "<locals>";

  private final PatchRow patch;
  private final PatchBytes bytes;
  private final Optional<Incident> maker;
  private final List<TrustWarning> warnings = new ArrayList<>();

  private TrustJudge(PatchRow patch, PatchBytes bytes, Optional<Incident> maker) {
    this.patch = patch;
    this.bytes = bytes;
    this.maker = maker;
  }

  /// @param maker the incident that the patch was made for
  static Trust judge(
      PatchRow patch,
      PatchBytes bytes,
      Optional<Incident> maker,
      PatchPython python,
      Project project,
      Instant now) {
    TrustJudge judge = new TrustJudge(patch, bytes, maker);
    if (bytes.files().isEmpty()) {
      return judge.withoutFiles(project.tree().isPresent());
    }
    PatchFiles files = bytes.files().get();
    judge.code(files);
    judge.python(files, python, project.running());
    judge.metadata(files, now);
    judge.name(files);
    if (files.keyReadableByOthers()) {
      judge.warn(
          "key-readable-by-others",
          "The key can be read by other users of the machine, who can then sign patches.");
    }
    return new Trust(
        files.signature(),
        files.code().isPresent() ? files.codeName() : "",
        files.codeSha256(),
        reason(files),
        judge.warnings);
  }

  private Trust withoutFiles(boolean sourceThere) {
    if (patch.file().isEmpty()) {
      return new Trust(
          SignatureState.NO_METADATA,
          "",
          "",
          "It has no file, as closures have none, and so nothing that is signed.",
          List.of());
    }
    warn(
        "file-gone",
        sourceThere
            ? "Its files are not in the source any more."
            : "The source cannot be opened now, so that nothing could be checked again.");
    PatchFile known = patch.file().get();
    return new Trust(
        known.signature(), "", known.codeHash(), "As it was at the last import.", warnings);
  }

  private void code(PatchFiles files) {
    String before = patch.file().map(PatchFile::codeHash).orElse("");
    if (files.code().isEmpty() && !before.isEmpty()) {
      warn("file-gone", "Its code file is not in the source any more, or cannot be read.");
    } else if (files.code().isPresent() && !before.equals(files.codeSha256())) {
      warn(
          "code-changed-since-import",
          "The code file has other bytes than at the last import; what was counted then may not be"
              + " true of them.");
    }
    switch (bytes.inspection().orElse(null)) {
      case CodeInspection.Unreadable unreadable ->
          grave(
              "code-unreadable",
              "The code file is damaged ("
                  + unreadable.reason()
                  + " at byte "
                  + unreadable.offset()
                  + "): loading it may stop the process.");
      case CodeInspection.Readable readable when !readable.warnings().isEmpty() ->
          warn("code-damaged", "The code is odd: " + String.join("; ", readable.warnings()) + ".");
      case null, default -> {}
    }
  }

  private void python(PatchFiles files, PatchPython python, List<Running> running) {
    python.disagreement().ifPresent(warnings::add);
    List<String> made = python.choice().candidates();
    if (made.isEmpty()) {
      return;
    }
    boolean loads = files.signature() == SignatureState.VALID;
    running.stream()
        .filter(each -> !made.contains(each.python()))
        .findFirst()
        .ifPresent(each ->
            warnings.add(
                new TrustWarning(
                    "python-mismatch",
                    "It holds bytecode of Python "
                        + python.choice().text()
                        + ", but "
                        + each.because()
                        + (loads
                            ? ": loading it there kills the process with a segmentation fault."
                            : ": only its signature keeps it from being loaded there."),
                    loads)));
  }

  private void metadata(PatchFiles files, Instant now) {
    if (!files.metadataDamage().isEmpty()) {
      warn("metadata-unreadable", "The metadata cannot be read: " + files.metadataDamage() + ".");
    }
    if (files.metadata().isEmpty()) {
      return;
    }
    PatchMetadata metadata = files.metadata().get();
    warn(
        "metadata-unsigned",
        "The signature covers the bytecode only: guard, target, default value and the function it"
            + " belongs to are not signed.");
    target(metadata);
    Optional<Instant> end =
        metadata
            .patchedAt()
            .flatMap(at -> metadata.ttlDays().map(days -> at.plus(Duration.ofDays(days))));
    boolean over = end.isPresent() && !now.isBefore(end.get());
    if (over && files.signature() == SignatureState.VALID) {
      warn(
          "expired-and-loads",
          "Its time ended on "
              + end.get().toString().substring(0, 10)
              + ", and CodeSuture loads it all the same.");
    }
  }

  private void target(PatchMetadata metadata) {
    boolean attribute = metadata.guardType().equals("null_guard");
    maker
        .filter(incident -> !attribute && incident.guardType().equals(metadata.guardType()))
        .map(Incident::targetVariable)
        .filter(said -> !said.equals(metadata.target()))
        .ifPresent(said ->
            warn(
                "target-conflict",
                "The metadata name "
                    + shown(metadata.target())
                    + " as the target, but the incident names "
                    + shown(said)
                    + "."));
  }

  /// A decorated function's file holds the wrapper, and a lambda's name has no angle brackets.
  private void name(PatchFiles files) {
    Optional<PyCode> code = bytes.code();
    if (code.isEmpty() || code.get().qualname().contains(INNER)) {
      return;
    }
    String base = files.codeName().substring(files.codeName().lastIndexOf('/') + 1);
    String name = code.get().qualname().replace('<', '_').replace('>', '_') + ".code";
    if (!base.equals(name) && !base.endsWith("." + name)) {
      warn(
          "name-mismatch",
          "The code calls itself "
              + shown(code.get().qualname())
              + ", which its file name does not: names are not signed, and a renamed pair of files"
              + " patches another function.");
    }
  }

  private static String shown(String name) {
    return PyRendering.shortened(new PyText(name), SHOWN_NAME);
  }

  private static String reason(PatchFiles files) {
    if (files.code().isEmpty()) {
      return "There is no code file whose signature could be checked.";
    }
    return switch (files.signature()) {
      case VALID ->
          "The bytes are those that were saved by someone who can read the key, which lies beside"
              + " them.";
      case INVALID -> "The signature does not match the bytes: CodeSuture refuses to load them.";
      case UNSIGNED -> "The metadata hold no signature: CodeSuture refuses to load the patch.";
      case NO_KEY ->
          "There is no secret.key, so that nothing can be checked: the next start makes a new key"
              + " and refuses the patch.";
      case NO_METADATA -> "There are no readable metadata: CodeSuture refuses to load the patch.";
    };
  }

  private void warn(String code, String sentence) {
    warnings.add(new TrustWarning(code, sentence, false));
  }

  private void grave(String code, String sentence) {
    warnings.add(new TrustWarning(code, sentence, true));
  }
}
