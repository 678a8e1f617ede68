package io.suturescope.views.code;

/// What somebody does with the page of a patch.
public interface PatchActions {

  /// What is exported.
  enum Part {
    BYTECODE,
    SOURCE,
    FIX
  }

  /// As what.
  enum Format {
    HTML,
    TEXT
  }

  void exportDiff(Part part, Format format);

  /// The suggestion as a patch for git.
  void exportFix();

  /// The transitions of the patch as a Markdown table, on the clipboard.
  void copyHistory();

  /// All suggestions with their labels, in one file.
  void exportSuggestions();

  /// The patch over the whole width of the window.
  void openWide();
}
