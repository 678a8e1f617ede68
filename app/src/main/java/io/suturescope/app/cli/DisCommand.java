package io.suturescope.app.cli;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.export.ListingJson;
import io.suturescope.importers.disassembly.Disassembler;
import io.suturescope.importers.disassembly.OpcodeTable;
import io.suturescope.importers.marshal.CodeFile;
import io.suturescope.importers.marshal.CodeInspection;
import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.PycFile;
import io.suturescope.model.bytecode.Listing;
import io.suturescope.model.patch.PythonChoice;
import io.suturescope.model.patch.PythonChoice.Evidence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `suturescope dis`: lists the instructions in files of bytecode. Needs no workspace.
@Command(
    name = "dis",
    header = "List the instructions in files of Python bytecode.",
    description = {
      "Disassembles .code, .marshal and .pyc files, told by their content, as dis of the Python that"
          + " made them does. Nothing in them is run, and no Python is needed. A file that cannot be"
          + " read is named on standard error, and the others are listed all the same."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope dis .codesuture_store/shop.cart.price.code",
      "  suturescope dis --python 3.11 before.code after.code",
      "  suturescope dis --json __pycache__/*.pyc | jq '.code_objects[].co_qualname'"
    })
final class DisCommand implements Callable<Integer> {

  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of bytecode.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--python",
      paramLabel = "VERSION",
      description = "3.11, 3.12, 3.13 or 3.14 (default: what the file itself tells).")
  private Optional<String> python = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Optional<Format> format = Optional.empty();

  private final Console console;
  private final CommonOptions options;

  DisCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = Formats.choose(spec.commandLine(), options, format, Format.TEXT, Format.JSON);
    if (python.isPresent() && OpcodeTable.of(python.get()).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--python is 3.11, 3.12, 3.13 or 3.14, not " + python.get() + ".");
    }
    int code = ExitCode.DONE;
    for (String file : files) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      code = Math.max(code, list(file, chosen));
    }
    return code;
  }

  private int list(String file, Format chosen) throws IOException {
    byte[] bytes;
    try {
      bytes = bytes(file);
    } catch (IOException | InvalidPathException unreadable) {
      return refuse(file, reason(unreadable));
    }
    CodeFile code = CodeFile.read(bytes);
    return switch (code.inspection()) {
      case CodeInspection.Unreadable unreadable -> refuse(file, unreadable.reason());
      case CodeInspection.Readable readable -> list(file, chosen, code, readable);
    };
  }

  private static byte[] bytes(String file) throws IOException {
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new IOException("is a folder");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException("is not a regular file");
    }
    if (Files.size(path) > MarshalReader.MAX_BYTES + PycFile.HEADER) {
      throw new IOException("more than " + MarshalReader.MAX_BYTES + " bytes");
    }
    return Files.readAllBytes(path);
  }

  private static String reason(Exception unreadable) {
    return switch (unreadable) {
      case NoSuchFileException _ -> "no such file";
      case InvalidPathException _ -> "not a file name";
      case AccessDeniedException _ -> "may not be read";
      default -> String.valueOf(unreadable.getMessage());
    };
  }

  private int refuse(String file, String reason) {
    console.say(Visible.line(file + ": " + reason));
    return ExitCode.INPUT;
  }

  private int list(String file, Format chosen, CodeFile code, CodeInspection.Readable readable)
      throws IOException {
    PythonChoice choice =
        python.map(given -> new PythonChoice(List.of(given), Evidence.GIVEN)).orElse(code.python());
    if (choice.chosen().isEmpty()) {
      return refuse(
          file, String.join("; ", readable.warnings()) + "; say which Python with --python");
    }
    Listing listing = Disassembler.disassemble(readable.root(), choice.chosen().get());
    switch (chosen) {
      case TEXT -> text(file, choice, listing);
      case JSON -> json(file, choice, listing);
    }
    List<String> warnings = new ArrayList<>(readable.warnings());
    if (!code.fitting().isEmpty() && !code.fitting().contains(listing.python())) {
      warnings.add("the opcodes are those of " + String.join(" or ", code.fitting()));
    }
    warnings.forEach(warning -> console.say(Visible.line(file + ": " + warning)));
    return warnings.isEmpty() ? ExitCode.DONE : ExitCode.ATTENTION;
  }

  private void text(String file, PythonChoice choice, Listing listing) throws IOException {
    String evidence =
        switch (choice.evidence()) {
          case GIVEN -> "as asked for";
          case MAGIC -> "by the head of the file";
          default -> "by the opcodes";
        };
    console.out().write(Visible.line(file + ": Python " + choice.text() + ", " + evidence));
    console.out().write('\n');
    new DisText(console.out()).print(listing);
    console.out().write('\n');
  }

  private void json(String file, PythonChoice choice, Listing listing) throws IOException {
    try (JsonGenerator json = JsonOut.on(console.out())) {
      json.writeStartObject();
      json.writeStringProperty("file", file);
      json.writeName("python");
      if (choice.candidates().size() == 1) {
        json.writeString(listing.python());
      } else {
        json.writeStartArray();
        choice.candidates().forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeStringProperty("python_evidence", choice.evidence().word());
      json.writeArrayPropertyStart("code_objects");
      listing.codes().forEach(new ListingJson(json)::code);
      json.writeEndArray();
      json.writeEndObject();
    }
    console.out().write('\n');
  }
}
