package io.suturescope.views.digest;

import java.time.LocalDate;
import java.util.OptionalLong;

/// What somebody does with the digest.
public interface DigestActions {

  /// In whose words.
  enum Style {
    SUTURESCOPE,
    /// As CodeSuture itself writes it, of one source.
    CODESUTURE
  }

  /// In which form it leaves the window.
  enum Form {
    GITHUB,
    SLACK,
    JIRA,
    PLAIN,
    WEB_PAGE
  }

  /// @param weekly the seven days that end with the chosen one
  void periodChosen(boolean weekly);

  void dayChosen(LocalDate day);

  void styleChosen(Style style);

  /// @param source empty for all of them
  void sourceChosen(OptionalLong source);

  /// What a number of the page counts is to be seen.
  ///
  /// @param reference number of its reference on the page
  void numberPressed(int reference);

  void copy(Form form);

  void export(Form form);

  void openProject();

  void openSample();
}
