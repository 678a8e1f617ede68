package io.suturescope.app.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Writes the parts of a fact one after the other; {@link FactReader} reads them in the same order.
final class FactWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  FactWriter text(String text) {
    byte[] utf8 = Words.storable(text).getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).raw(utf8);
  }

  private FactWriter raw(byte[] raw) {
    bytes.writeBytes(raw);
    return this;
  }

  FactWriter texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  FactWriter texts(Map<String, String> texts) {
    number(texts.size());
    texts.forEach((key, value) -> text(key).text(value));
    return this;
  }

  FactWriter number(long number) {
    try {
      out.writeLong(number);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  FactWriter flag(boolean flag) {
    bytes.write(flag ? 1 : 0);
    return this;
  }

  FactWriter time(Optional<Instant> time) {
    flag(time.isPresent());
    time.ifPresent(t -> number(t.getEpochSecond()).number(t.getNano()));
    return this;
  }

  FactWriter count(Optional<Integer> count) {
    flag(count.isPresent());
    count.ifPresent(this::number);
    return this;
  }
}
