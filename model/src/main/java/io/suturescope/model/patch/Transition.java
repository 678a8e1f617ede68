package io.suturescope.model.patch;

import java.time.Instant;
import java.util.Optional;

/// One step of a patch's life (codesuture.md 5), as recorded and unchecked.
public record Transition(String from, String to, Optional<Instant> at, String reason) {}
