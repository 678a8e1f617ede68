package io.suturescope.views.patches;

/// Something odd in the life of a patch.
///
/// @param kind such as "bounces"
/// @param alarming false for what is only counted
/// @param patch the function
/// @param place its module, and its source where there are several
/// @param sentence what is odd
/// @param evidence the file and line, or the times
public record AnomalyLine(
    String kind, boolean alarming, String patch, String place, String sentence, String evidence) {}
