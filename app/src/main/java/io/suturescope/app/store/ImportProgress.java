package io.suturescope.app.store;

/// How far a running import is; every number only grows.
///
/// @param bytesTotal 0 until the source was listed
/// @param visibleCrashes crashes that {@link IncidentStore#reading(ImportSession)} already sees
public record ImportProgress(
    long bytesRead, long bytesTotal, String file, long lines, long visibleCrashes) {}
