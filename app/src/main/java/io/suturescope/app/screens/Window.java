package io.suturescope.app.screens;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What presenters ask of the window that they cannot do without a toolkit. On the UI thread.
public interface Window {

  void focusQuery();

  /// Gives the keyboard to the rows of the screen that is shown.
  void focusRows();

  void openPalette();

  void openKeyboardSheet();

  Optional<Path> chooseFolder();

  List<Path> chooseFiles();

  Optional<Path> chooseWorkspace();

  Optional<Path> chooseNewWorkspace();

  /// Asks where an export is to be written.
  ///
  /// @param name proposed for the file
  Optional<Path> chooseExport(String name);

  /// Puts text on the clipboard.
  void copyText(String text);

  /// Closes this workspace and opens another one, or says why that cannot be.
  void reopen(Path workspace);

  /// The record of commands that were sent to agents, whether there is one yet or not.
  Optional<Path> commandJournal();

  void quit();
}
