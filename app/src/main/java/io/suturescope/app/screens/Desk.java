package io.suturescope.app.screens;

import io.suturescope.app.store.PatchRow;
import io.suturescope.app.store.Reading;
import io.suturescope.app.store.Triage;
import io.suturescope.model.query.IncidentQuery;
import io.suturescope.model.triage.TriageChange;
import io.suturescope.views.code.PatchTabs;
import io.suturescope.views.controls.TimeView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What one screen asks of the window as a whole. All on the UI thread.
interface Desk {

  IncidentQuery query();

  /// Every screen follows the query; the one before can be had back.
  void search(IncidentQuery query);

  void searchBack();

  void go(Screen screen);

  /// Opens the crashes that were not patched, among the incidents.
  void openUnpatched();

  /// Opens the page of a patch.
  void openPatch(PatchRow patch, PatchTabs.Tab tab);

  /// Goes to the sources and chooses one.
  void openSource(long id);

  void focusQuery();

  void focusRows();

  void openProject();

  void openSample();

  void cancelImport();

  TimeView time();

  /// What may be seen now, rows of a running import included.
  Reading reading();

  /// What people decided.
  Triage triage();

  /// Makes a change, says so with a way back, and has every screen follow it.
  void decide(TriageChange change);

  /// The record of commands that were sent to agents.
  Optional<Path> commandJournal();

  /// Asks for a file and writes the bytes into it; says when it is done or cannot be.
  ///
  /// @param name proposed for the file
  /// @param content is made off the UI thread
  void export(String name, Callable<byte[]> content);

  /// Puts text on the clipboard and says so.
  void copy(String text);

  /// Shows a failure that nobody expected.
  void fail(String what, Throwable cause);
}
