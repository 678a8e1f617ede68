package io.suturescope.views.controls;

/// What is left of a patch's time to live.
///
/// @param text such as "2d" or "5h over"
/// @param used 0 to 1
public record TimeLeft(String text, double used, Tone tone) {}
