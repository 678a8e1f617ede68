package io.suturescope.views.controls;

import java.time.Instant;
import java.time.ZoneId;

/// How times are to be shown: what "now" is, and the zone of the UTC/local switch.
///
/// @param local the zone of this machine, for the hover text
public record TimeView(Instant now, ZoneId zone, ZoneId local) {}
