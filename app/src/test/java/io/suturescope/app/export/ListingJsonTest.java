package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.importers.disassembly.Disassembler;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.bytecode.CodeListing;
import io.suturescope.model.bytecode.CodeLocals;
import io.suturescope.model.bytecode.CodeOrigin;
import io.suturescope.model.bytecode.CodeShape;
import io.suturescope.model.bytecode.PyCode;
import io.suturescope.model.bytecode.PyTuple;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

class ListingJsonTest {

  private static CodeListing listing(List<String> names, Bytes code, Bytes lines) {
    PyCode root =
        new PyCode(
            new CodeShape(0, 0, 0, 1, 3),
            code,
            new PyTuple(List.of()),
            names,
            new CodeLocals(List.of(), Bytes.EMPTY),
            new CodeOrigin("f.py", "f", "C.f", 7),
            lines,
            Bytes.EMPTY);
    return Disassembler.disassemble(root, "3.11").root();
  }

  private static void write(Writer out, CodeListing listing) {
    try (JsonGenerator json = JsonOut.on(out)) {
      new ListingJson(json).code(listing);
    }
  }

  @Test
  void positionsAreNullWhereNothingIsKnownAndColumnsWhereOnlyTheLineIs() {
    byte[] lines = {(byte) (0x80 | 15 << 3), (byte) (0x80 | 13 << 3), 2};
    StringWriter out = new StringWriter();
    write(
        out, listing(List.of("only"), Bytes.copyOf(new byte[] {9, 0, 9, 0}), Bytes.copyOf(lines)));
    assertThat(out.toString())
        .isEqualTo(
            "{\"path\":\"root\",\"co_name\":\"f\",\"co_qualname\":\"C.f\",\"co_filename\":\"f.py\","
                + "\"co_firstlineno\":7,\"co_argcount\":0,\"co_posonlyargcount\":0,"
                + "\"co_kwonlyargcount\":0,\"co_nlocals\":0,\"co_stacksize\":1,\"co_flags\":3,"
                + "\"co_names\":[\"only\"],\"co_varnames\":[],\"co_freevars\":[],"
                + "\"co_cellvars\":[],\"exception_table\":[],\"instructions\":["
                + "[0,\"NOP\",9,null,\"\",false,null,null],"
                + "[2,\"NOP\",9,null,\"\",false,8,[8,8,null,null]]]}");
  }

  @Test
  void aHugeNameThatIsSharedIsShortenedInTheEnd() {
    AtomicLong written = new AtomicLong();
    Writer counting =
        new Writer() {
          @Override
          public void write(char[] text, int from, int count) {
            written.addAndGet(count);
          }

          @Override
          public void flush() throws IOException {}

          @Override
          public void close() throws IOException {}
        };
    List<String> names = Collections.nCopies(10_000, "n".repeat(100_000));
    write(counting, listing(names, Bytes.EMPTY, Bytes.EMPTY));
    assertThat(written.get()).isBetween(99_000_000L, 101_000_000L);
  }
}
