package io.suturescope.app.examine;

import io.suturescope.importers.codesuture.PatchFiles;
import io.suturescope.importers.disassembly.Disassembler;
import io.suturescope.importers.disassembly.OpcodeTable;
import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.CodeInspector;
import io.suturescope.importers.original.Original;
import io.suturescope.importers.original.OriginalResult;
import io.suturescope.importers.original.OriginalSearch;
import io.suturescope.model.bytecode.CodeDiff;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.guard.Reconstruction;
import io.suturescope.model.patch.OriginalKind;
import io.suturescope.model.patch.PythonChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The patched code and the best left side that can be found for it.
///
/// @param unreadable why there is no right side; empty when there is one
record CodeSides(
    OriginalKind original,
    Optional<CodeSide> left,
    Optional<CodeSide> right,
    Optional<CodeDiff> diff,
    String unreadable) {

  /// What there is to compare.
  ///
  /// @param recordedPath of the crash; may be empty
  /// @param guardType to be taken out where no original is found
  record Question(
      PatchFiles files,
      PyCode patched,
      PythonChoice python,
      String recordedPath,
      String guardType) {}

  /// A left side, or why there is none of that kind.
  private record Left(OriginalKind kind, Optional<CodeSide> side, String reason) {
    static Left none(String reason) {
      return new Left(OriginalKind.NONE, Optional.empty(), reason);
    }
  }

  static CodeSides unreadable(String reason) {
    return new CodeSides(
        OriginalKind.NONE, Optional.empty(), Optional.empty(), Optional.empty(), reason);
  }

  static CodeSides of(Question question, Optional<OriginalSearch> originals) {
    List<String> pythons =
        question.python().candidates().stream()
            .filter(each -> OpcodeTable.of(each).isPresent())
            .toList();
    if (pythons.isEmpty()) {
      return unreadable(
          question.python().candidates().isEmpty()
              ? "Nothing tells which Python the code was made for."
              : "The opcodes of Python " + question.python().text() + " are not known.");
    }
    Left left = saved(question, pythons);
    if (left.side().isEmpty() && originals.isPresent()) {
      Left compiled = compiled(question, pythons, originals.get());
      left = left.reason().isEmpty() || compiled.side().isPresent() ? compiled : left;
    }
    String python = left.side().map(side -> side.listing().python()).orElse(pythons.getFirst());
    Listing patched =
        Disassembler.disassemble(
            question.patched(), pythons.contains(python) ? python : pythons.getFirst());
    return compared(question, left, patched);
  }

  private static CodeSides compared(Question question, Left found, Listing patched) {
    Left left = found.side().isPresent() ? found : reconstructed(question, patched, found.reason());
    Optional<CodeDiff> diff =
        Optional.of(
            left.side()
                .map(side -> CodeDiff.between(side.listing(), patched))
                .orElseGet(() -> CodeDiff.onlyRight(patched)));
    String note =
        left.side().isPresent() || left.reason().isEmpty()
            ? ""
            : "Nothing to compare it with: " + left.reason() + ".";
    CodeSide right =
        new CodeSide(
            baseName(question.files().codeName()), note, question.files().codeSha256(), patched);
    return new CodeSides(left.kind(), left.side(), Optional.of(right), diff, "");
  }

  /// The `.orig.code`, which is not signed.
  private static Left saved(Question question, List<String> pythons) {
    PatchFiles files = question.files();
    if (files.original().isEmpty()) {
      return Left.none("");
    }
    return switch (CodeInspector.inspect(files.original().get().toArray())) {
      case CodeInspection.Unreadable(String reason, long _) ->
          Left.none("the .orig.code cannot be read: " + reason);
      case CodeInspection.Readable readable -> {
        List<String> fits = readable.pythons();
        String python =
            pythons.stream()
                .filter(each -> fits.isEmpty() || fits.contains(each))
                .findFirst()
                .orElseGet(fits::getFirst);
        String other =
            readable.root().qualname().equals(question.patched().qualname())
                ? ""
                : " It calls itself by another name than the patch.";
        yield new Left(
            OriginalKind.ORIG_CODE,
            Optional.of(
                new CodeSide(
                    baseName(files.originalName()),
                    "Saved beside the patch, not signed." + other,
                    files.originalSha256(),
                    Disassembler.disassemble(readable.root(), python))),
            "");
      }
    };
  }

  private static Left compiled(Question question, List<String> pythons, OriginalSearch originals) {
    String reason = "";
    for (String python : pythons) {
      switch (originals.find(question.patched(), python, question.recordedPath())) {
        case OriginalResult.Found(Original original) -> {
          return new Left(OriginalKind.PYC, Optional.of(side(original)), "");
        }
        case OriginalResult.Missing missing ->
            reason = reason.isEmpty() ? missing.reason() : reason;
      }
    }
    return Left.none(reason);
  }

  private static CodeSide side(Original original) {
    String found =
        original.byPath() ? "" : "Found by name and line: the recorded path leads to no file. ";
    String source =
        switch (original.source()) {
          case SAME_SIZE -> "Compiled from a source of the size that the file has now.";
          case CHANGED -> "The source has changed since it was compiled.";
          case GONE -> "The source file is not there.";
          case UNKNOWN -> "Whether the source has changed since is not recorded.";
        };
    return new CodeSide(
        original.file(),
        found + source,
        original.fileSha256(),
        Disassembler.disassemble(original.code(), original.python()));
  }

  private static Left reconstructed(Question question, Listing patched, String reason) {
    Optional<Reconstruction> made = Reconstruction.of(patched.root(), question.guardType());
    if (made.isEmpty()) {
      return Left.none(reason);
    }
    List<CodeListing> codes = new ArrayList<>(patched.codes());
    codes.set(0, made.get().original());
    String why = reason.isEmpty() ? "" : " Made up because " + reason + ".";
    CodeSide side =
        new CodeSide(
            baseName(question.files().codeName()) + " without its guard",
            "Not what ran: the patched code with the recognised guard taken out." + why,
            "",
            new Listing(patched.python(), codes));
    return new Left(OriginalKind.RECONSTRUCTED, Optional.of(side), "");
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
