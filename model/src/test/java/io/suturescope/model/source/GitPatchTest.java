package io.suturescope.model.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.model.bytecode.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real git applies every patch, and the file then has exactly the changed bytes.
class GitPatchTest {

  @TempDir Path folder;

  @BeforeEach
  void git() {
    Git.orSkip();
  }

  private void applies(String path, byte[] before, int line, String replacement)
      throws IOException, InterruptedException {
    SourceText file = SourceText.of(path, Bytes.copyOf(before));
    SourceText changed = file.with(line, replacement);
    applies(file, changed);
  }

  private void applies(SourceText file, SourceText changed)
      throws IOException, InterruptedException {
    Path target = folder.resolve("project").resolve(file.path());
    Files.createDirectories(target.getParent());
    Files.write(target, file.bytesAsText().getBytes(ISO_8859_1));
    Path patch = folder.resolve("the.patch");
    Files.write(patch, GitPatch.between(file, changed).getBytes(ISO_8859_1));
    assertThat(Git.apply(folder.resolve("project"), patch, "--check")).isEmpty();
    assertThat(Git.apply(folder.resolve("project"), patch)).isEmpty();
    assertThat(Files.readAllBytes(target)).isEqualTo(changed.bytesAsText().getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cart.py",
        "a b/ c .py",
        "quote\"d.py",
        "back\\slash.py",
        "größe/値.py",
        "tab\there.py",
        "new\nline.py",
        "'single'.py",
        "-dash.py",
        "b/a/b.py",
        "1970-01-01 00:00:00.py",
        "trailing .py ",
        "\u0001\u007f.py",
        "dev/null",
      })
  void anyFileNameIsMet(String name) throws IOException, InterruptedException {
    applies(name, "a\nb\nc\nd\ne\nf\ng\nh\n".getBytes(UTF_8), 5, "changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb\nc",
        "a\n",
        "a",
        "a\r\nb\r\nc\r\n",
        "a\r\nb\r\nc",
        "\uFEFFa\nb\n",
        "a\rb\rc\rd",
        "a\r\nb\nc\rd\n",
        "a\n\n\n\n\nb\n\n\n\n",
        "a  \n\tb \n",
        "a\n\f\n\u000b\n\u2028\n",
      })
  void anyLineEndsAreKept(String text) throws IOException, InterruptedException {
    SourceText file = SourceText.of("x.py", Bytes.copyOf(text.getBytes(UTF_8)));
    for (int line = 1; line <= file.lineCount(); line++) {
      applies("x.py", text.getBytes(UTF_8), line, "changed\t ");
    }
  }

  @Test
  void bytesThatAreNoUtf8Stay() throws IOException, InterruptedException {
    applies("x.py", "# caf\u00e9\nb\n\u00ff = 1\n".getBytes(ISO_8859_1), 2, "gr\u00f6\u00dfe");
  }

  @Test
  void changesFarAndNearShareAPatch() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 60; line++) {
      text.append("line ").append(line).append('\n');
    }
    SourceText file = SourceText.of("x.py", Bytes.copyOf(text.toString().getBytes(UTF_8)));
    SourceText changed = file;
    for (int line : List.of(1, 2, 5, 12, 19, 27, 60)) {
      changed = changed.with(line, "changed " + line);
    }
    applies(file, changed);
  }

  @Test
  void nothingChangedIsNoPatch() {
    SourceText file = SourceText.of("x.py", Bytes.copyOf("a\nb".getBytes(UTF_8)));
    assertThat(GitPatch.between(file, file.with(2, "b"))).isEmpty();
  }
}
