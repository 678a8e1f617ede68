package io.suturescope.importers.disassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.marshal.JsonTree;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.ExceptionEntry;
import io.suturescope.model.bytecode.Instruction;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.bytecode.Position;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyRepr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What CPython's own `dis` said about one file (`dis.json`), to compare a listing with; counts
/// what was compared.
final class Described {
  private int codes;
  private int instructions;

  /// Fails at the first difference.
  void compare(String file, Listing listing, byte[] json) {
    List<?> described = JsonTree.list(JsonTree.object(JsonTree.parse(json)).get("code_objects"));
    assertThat(listing.codes()).as(file).hasSameSizeAs(described);
    for (int index = 0; index < described.size(); index++) {
      code(file, listing.codes().get(index), JsonTree.object(described.get(index)));
    }
  }

  /// Says how much was equal; fails when that was nothing.
  void tell(String what, int files) {
    assertThat(codes).isPositive();
    System.out.printf(
        "%s: %d files, %d code objects, %d instructions equal those of dis%n",
        what, files, codes, instructions);
  }

  private void code(String file, CodeListing listing, Map<String, Object> json) {
    String place = file + " " + json.get("path");
    assertThat(listing.path().replaceAll("const\\[(\\d+)]", "$1")).isEqualTo(json.get("path"));
    assertThat(listing.cut()).as(place).isEmpty();
    assertThat(listing.exceptionTable().stream().map(Described::row).toList())
        .as(place)
        .isEqualTo(json.get("exception_table"));
    assertThat(listing.instructions())
        .as(place)
        .hasSize(((Long) json.get("instruction_count")).intValue());
    assertThat(sha256(listing)).as(place).isEqualTo(json.get("instructions_sha256"));
    constants(place, listing.code(), JsonTree.list(json.get("co_consts")));
    List<?> columns = JsonTree.list(json.get("instruction_columns"));
    List<?> rows = JsonTree.list(json.get("instructions"));
    List<Instruction> shown = new ArrayList<>(listing.instructions());
    if (json.containsKey("instructions_truncated")) {
      shown.subList(40, shown.size() - 40).clear();
    }
    for (int index = 0; index < rows.size(); index++) {
      instruction(place, shown.get(index), columns, JsonTree.list(rows.get(index)));
    }
    codes++;
    instructions += listing.instructions().size();
  }

  private static void constants(String place, PyCode code, List<?> described) {
    assertThat(code.consts()).as(place).hasSameSizeAs(described);
    for (int index = 0; index < described.size(); index++) {
      Map<String, Object> one = JsonTree.object(described.get(index));
      if (one.get("repr") instanceof String repr) {
        assertThat(normal(PyRepr.of(code.consts().get(index)))).as(place).isEqualTo(normal(repr));
      }
    }
  }

  private static void instruction(String place, Instruction shown, List<?> columns, List<?> row) {
    Map<String, Object> expected =
        columns.stream()
            .map(String::valueOf)
            .collect(Collectors.toMap(name -> name, name -> row.get(columns.indexOf(name))));
    String where = place + " at " + shown.offset();
    assertThat(
            List.of(
                (long) shown.offset(),
                shown.opname(),
                (long) shown.opcode(),
                number(shown.arg().isPresent(), shown.arg().orElse(0)),
                normal(shown.argrepr()),
                shown.jumpTarget(),
                positions(shown)))
        .as(where)
        .isEqualTo(
            List.of(
                expected.get("offset"),
                expected.get("opname"),
                expected.get("opcode"),
                expected.get("arg"),
                normal(String.valueOf(expected.get("argrepr"))),
                expected.get("is_jump_target"),
                expected.get("positions")));
    line(where, shown, expected);
  }

  private static void line(String where, Instruction shown, Map<String, Object> expected) {
    Object line = number(shown.line().isPresent(), shown.line().orElse(0));
    if (expected.containsKey("line_number")) {
      assertThat(line).as(where).isEqualTo(expected.get("line_number"));
    } else if (expected.get("starts_line") instanceof Long starts) {
      assertThat(line).as(where).isEqualTo(starts);
    }
  }

  private static Object number(boolean present, int value) {
    return present ? (Object) (long) value : "null";
  }

  private static List<Object> positions(Instruction shown) {
    return shown
        .position()
        .map(position ->
            List.of(
                (Object) (long) position.line(),
                (long) position.endLine(),
                number(position.column() != Position.UNKNOWN, position.column()),
                number(position.endColumn() != Position.UNKNOWN, position.endColumn())))
        .orElse(List.of("null", "null", "null", "null"));
  }

  private static Map<String, Object> row(ExceptionEntry entry) {
    return Map.of(
        "start", (long) entry.start(),
        "end", (long) entry.end(),
        "target", (long) entry.target(),
        "depth", (long) entry.depth(),
        "lasti", entry.lasti());
  }

  /// The order of the items of a frozenset has no meaning.
  static String normal(String repr) {
    return repr.contains("frozenset({")
        ? Arrays.stream(repr.split("[(){}, ]+", -1)).sorted().collect(Collectors.joining(" "))
        : repr;
  }

  private static String sha256(CodeListing listing) {
    String lines =
        listing.instructions().stream()
            .map(one ->
                one.offset()
                    + " "
                    + one.opname()
                    + " "
                    + (one.arg().isPresent() ? one.arg().getAsInt() : "None"))
            .collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
