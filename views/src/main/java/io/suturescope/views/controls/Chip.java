package io.suturescope.views.controls;

/// A word on a coloured ground, such as the effective state of a patch.
public record Chip(String text, Tone tone) {}
