package io.suturescope.app.screens;

import io.suturescope.app.examine.Examination;
import io.suturescope.app.examine.Suggestions;
import io.suturescope.app.export.PatchDiff;
import io.suturescope.app.export.PatchHistoryText;
import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.model.source.CheckedFix;
import io.suturescope.views.code.PatchActions;
import io.suturescope.views.controls.TimeView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes what the page of a patch shows into files.
final class PatchExports {

  private final Desk desk;

  PatchExports(Desk desk) {
    this.desk = desk;
  }

  void diff(Examination patch, PatchActions.Part part, PatchActions.Format format) {
    PatchDiff.Of of = PatchDiff.Of.valueOf(part.name());
    PatchDiff.Format as = PatchDiff.Format.valueOf(format.name());
    String ending = format == PatchActions.Format.HTML ? ".html" : ".txt";
    desk.export(
        name(patch.patch()) + "-" + part.name().toLowerCase(Locale.ROOT) + ending,
        () -> {
          PatchDiff diff = PatchDiff.of(patch, of);
          String text = diff.missing().isEmpty() ? diff.as(as) : diff.missing() + "\n";
          return text.getBytes(StandardCharsets.UTF_8);
        });
  }

  /// A patch that git applies, in the bytes of the file that it changes.
  void fix(Examination patch) {
    patch
        .fix()
        .flatMap(CheckedFix::patchBytes)
        .ifPresent(bytes -> desk.export(name(patch.patch()) + ".patch", () -> bytes));
  }

  /// The life of a patch as a table, masked.
  void history(PatchRow row) {
    TimeView time = desk.time();
    desk.copy(PatchHistoryText.markdown(row, time.now(), time.zone()));
  }

  /// All suggestions of the source that a patch is from.
  void suggestions(PatchRow row) {
    Reading reading = desk.reading();
    desk.export(
        "suggestions-" + plain(row.source().identity().displayName()) + ".txt",
        () -> new Suggestions(reading).text(row.source()).getBytes(StandardCharsets.UTF_8));
  }

  private static String name(PatchRow row) {
    return plain(row.module() + "." + row.function());
  }

  /// A file name without anything that file systems treat as something else.
  private static String plain(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    return plain.length() > 80 ? plain.substring(0, 80) : plain;
  }
}
