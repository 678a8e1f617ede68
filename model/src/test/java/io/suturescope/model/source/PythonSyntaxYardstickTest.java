package io.suturescope.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our reading of Python against real ones.
@Tag("full")
class PythonSyntaxYardstickTest {
  private static final int MUTATIONS = 40_000;
  private static final List<String> PIECES =
      List.of(
          "(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "+", "*", "**", ".", "'", "\"",
          "if", "else", "return", "x", "1", "lambda", "for", "in", "not", "yield", "await", ";",
          "f'{x}'", "as", "is", "@", "\\", "#", "None", "->", "+=", "import", "from", "async");

  @TempDir Path folder;

  @Test
  void everyFileOfTheStandardLibrariesThatPythonParsesIsAccepted()
      throws IOException, InterruptedException {
    for (Python python : Python.orSkip()) {
      List<String> falseAlarms = new ArrayList<>();
      int parsed = 0;
      int refused = 0;
      int found = 0;
      for (String line :
          python.run(
              """
              import ast, os, sysconfig
              for folder, _, names in os.walk(sysconfig.get_paths()['stdlib']):
                  for name in names:
                      if name.endswith('.py'):
                          path = os.path.join(folder, name)
                          try:
                              ast.parse(open(path, 'rb').read())
                              print('1' + path)
                          except RecursionError:
                              pass
                          except (SyntaxError, ValueError):
                              print('0' + path)
              """)) {
        Path file = Path.of(line.substring(1));
        SourceText source = SourceText.of("x.py", Bytes.copyOf(Files.readAllBytes(file)));
        boolean refusedByUs = PythonSyntax.problem(source.text()).isPresent();
        if (line.charAt(0) == '1') {
          parsed++;
          if (refusedByUs) {
            falseAlarms.add(file + " " + PythonSyntax.problem(source.text()));
          }
        } else {
          refused++;
          found += refusedByUs ? 1 : 0;
        }
      }
      System.out.printf(
          "Python %s: %d files parse, %d false alarms; %d do not, %d found%n",
          python.version(), parsed, falseAlarms.size(), refused, found);
      assertThat(falseAlarms).isEmpty();
      assertThat(parsed).isGreaterThan(100);
    }
  }

  @Test
  void changedLinesAreJudgedAsPythonJudgesThem() throws IOException, InterruptedException {
    List<Python> pythons = Python.orSkip();
    List<String> lines = mutations(pythons.getFirst());
    Path file = folder.resolve("lines");
    Files.write(file, lines, StandardCharsets.UTF_8);
    List<List<String>> answers = new ArrayList<>();
    for (Python python : pythons) {
      answers.add(
          python.run(
              """
              import ast, sys
              for line in open(sys.argv[1], encoding='utf-8', newline='\\n'):
                  try:
                      ast.parse(line.rstrip('\\n'))
                      print(1)
                  except (SyntaxError, ValueError):
                      print(0)
              """,
              file.toString()));
    }
    int agreed = 0;
    int refused = 0;
    int caught = 0;
    List<String> falseAlarms = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      int index = at;
      boolean parses = answers.stream().anyMatch(answer -> answer.get(index).equals("1"));
      boolean accepted = PythonSyntax.problem(lines.get(at)).isEmpty();
      agreed += parses == accepted ? 1 : 0;
      refused += parses ? 0 : 1;
      caught += parses || accepted ? 0 : 1;
      if (parses && !accepted) {
        falseAlarms.add(lines.get(at) + "   " + PythonSyntax.problem(lines.get(at)));
      } else if (!parses && accepted) {
        missed.add(lines.get(at));
      }
    }
    System.out.printf(
        "%d changed lines: agreed %.3f %%, %d of %d refused ones found, %d false alarms%n",
        lines.size(), 100.0 * agreed / lines.size(), caught, refused, falseAlarms.size());
    missed.stream().limit(40).forEach(line -> System.out.println("missed: " + line));
    assertThat(falseAlarms).isEmpty();
    assertThat(agreed).isGreaterThan(lines.size() * 99 / 100);
  }

  /// Single-line statements of the standard library, each with one small change.
  private static List<String> mutations(Python python) throws IOException, InterruptedException {
    List<String> statements =
        python.run(
            """
            import ast, os, random, sysconfig
            stdlib = sysconfig.get_paths()['stdlib']
            names = sorted(n for n in os.listdir(stdlib) if n.endswith('.py'))
            for name in names:
                text = open(os.path.join(stdlib, name), 'rb').read()
                lines = text.decode('utf-8', 'replace').split('\\n')
                for node in ast.walk(ast.parse(text)):
                    if isinstance(node, ast.stmt) and node.lineno == node.end_lineno:
                        line = lines[node.lineno - 1].strip()
                        if '\\r' not in line and '\\f' not in line:
                            try:
                                ast.parse(line)
                                print(line)
                            except (SyntaxError, ValueError):
                                pass
            """);
    Random random = new Random(7);
    List<String> mutations = new ArrayList<>();
    while (mutations.size() < MUTATIONS) {
      mutations.add(mutated(statements.get(random.nextInt(statements.size())), random));
    }
    return mutations;
  }

  private static String mutated(String line, Random random) {
    List<PythonToken> tokens = PythonTokens.ofFile(line);
    int at = tokens.get(random.nextInt(tokens.size())).from();
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(7)) {
      case 0 -> line.substring(0, at) + " " + piece + " " + line.substring(at);
      case 1 -> line.substring(0, at) + line.substring(Math.min(line.length(), at + 1));
      case 2 -> line + " if x is not None else None";
      case 3 -> line.substring(0, at) + " if y else z " + line.substring(at);
      case 4 -> line.substring(at) + " " + line.substring(0, at).strip();
      case 5 -> "result = " + line + "; result if result is not None else ''";
      default -> line.substring(0, at) + piece + line.substring(Math.min(line.length(), at + 1));
    };
  }
}
