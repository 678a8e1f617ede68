package io.suturescope.views.alerts;

import io.suturescope.model.alert.AlertPolicy;

/// What somebody does with the what-if form.
public interface WhatIfActions {

  /// Something in the form is another than before.
  void edited(AlertPolicy policy);

  /// Back to what CodeSuture does by itself.
  void backToCodeSuture();

  /// Back to what the project is configured to.
  void backToProject();

  void sourceChosen(long id);

  /// Writes the policy as `.codesuture.toml`.
  void export();

  void openProject();

  void openSample();
}
