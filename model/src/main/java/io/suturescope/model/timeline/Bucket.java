package io.suturescope.model.timeline;

import java.time.Instant;

/// One bar of a timeline: the crashes from `start` up to the start of the next bucket.
public record Bucket(Instant start, SeverityCounts counts) {}
