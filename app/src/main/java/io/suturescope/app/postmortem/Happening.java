package io.suturescope.app.postmortem;

import io.suturescope.model.digest.DigestSpan;
import io.suturescope.model.origin.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One dated fact with its source.
///
/// @param at empty when its record has no usable time
/// @param where file and line inside the source
record Happening(Optional<Instant> at, List<DigestSpan> what, String where) {

  Happening {
    what = List.copyOf(what);
  }

  static Happening of(Optional<Instant> at, Place place, DigestSpan... what) {
    return new Happening(at, List.of(what), where(place));
  }

  static String where(Place place) {
    return place.line() > 0 ? place.file() + ":" + place.line() : place.file();
  }
}
