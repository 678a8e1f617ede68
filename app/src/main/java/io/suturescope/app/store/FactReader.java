package io.suturescope.app.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what {@link FactWriter} wrote.
final class FactReader {

  private final ByteBuffer in;

  FactReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  String text() {
    byte[] utf8 = new byte[count()];
    in.get(utf8);
    return Words.restored(new String(utf8, StandardCharsets.UTF_8));
  }

  List<String> texts() {
    int count = count();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  Map<String, String> textMap() {
    int count = count();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String key = text();
      texts.put(key, text());
    }
    return texts;
  }

  long number() {
    return in.getLong();
  }

  int count() {
    return Math.toIntExact(in.getLong());
  }

  boolean flag() {
    return in.get() != 0;
  }

  Optional<Instant> time() {
    return flag() ? Optional.of(Instant.ofEpochSecond(number(), number())) : Optional.empty();
  }

  Optional<Integer> optionalCount() {
    return flag() ? Optional.of(count()) : Optional.empty();
  }
}
