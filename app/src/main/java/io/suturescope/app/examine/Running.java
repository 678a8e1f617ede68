package io.suturescope.app.examine;

/// A Python that a project is run by now.
///
/// @param python such as "3.13"
/// @param because what shows it, as the second half of a sentence
record Running(String python, String because) {}
