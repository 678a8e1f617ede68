package io.suturescope.model.rewind;

import io.suturescope.model.rewind.RewindEvent.MaskedVariable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rewinds that CodeSuture 1.1.0 recorded, from `rewind/*.tsv`.
final class RecordedRewinds {

  private RecordedRewinds() {}

  static Rewind read(String name) {
    List<String[]> lines = lines(name + ".tsv").stream().map(line -> line.split("\t", -1)).toList();
    String[] head = lines.getFirst();
    List<RewindEvent> events =
        lines.subList(1, lines.size()).stream().map(RecordedRewinds::event).toList();
    return new Rewind(
        head[0], Optional.empty(), head[1], head[2], head[3], head[4], events, events.size());
  }

  private static RewindEvent event(String[] cells) {
    return new RewindEvent(
        OptionalDouble.of(Double.parseDouble(cells[0])),
        cells[1],
        cells[3],
        cells[2],
        Integer.parseInt(cells[4]),
        variables(cells[5]),
        variables(cells[6]),
        cells[7],
        cells[8]);
  }

  private static List<MaskedVariable> variables(String cell) {
    List<MaskedVariable> variables = new ArrayList<>();
    for (String entry : cell.split(" ¦ ", -1)) {
      String[] parts = entry.split(" := ", 2);
      if (parts.length == 2) {
        variables.add(new MaskedVariable(parts[0], parts[1]));
      }
    }
    return variables;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = RecordedRewinds.class.getResourceAsStream("/rewind/" + resource)) {
      if (in == null) {
        throw new AssertionError(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
