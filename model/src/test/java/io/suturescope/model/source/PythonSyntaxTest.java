package io.suturescope.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Python parses, and what it refuses.
class PythonSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only a comment",
        "x = 1 if c is not None else None",
        "order.note = text if order is not None else ''",
        "a[0], *b.c = (d, [e, f]) = g",
        "() = []",
        "x: int = yield",
        "(x): int",
        "a = b = lambda x=1, *y, z=2, **k: x if y else z",
        "f(*a, k=1, *b, **c)",
        "f(x for x in y if z)",
        "a[1:2, ::3, ..., *b]",
        "{**a, 'b': 1 if c else 2}",
        "{x: y for x, in z for y in w if v}",
        "print(not a == b, -+~c ** -d, await_)",
        "if (n := len(a)) > 10: pass",
        "s = 'a' \"b\" r'\\\\' u'x'[0:1]",
        "s = f'{a[\"b\"]!r:>{width}.{digits}} {{}} {x = } {y!s}' f\"{'a' if b else 'c'}\"",
        "s = f'{f'{f'{1}'}'}' f'{x:%H:%M}' rf'\\{x}' f'\\N{DASH}{y}'",
        "s = f'''{\n  a  # why\n  + b\n}'''",
        "x = '''a\n'b\"\n''' + \"\\\n\"",
        "x = 1_000 + 0xFF + 0b1 + 0o7 + 1e-5j + .5 + 5. + 00 + 1if a else 2",
        "for x, *y in *a, b:\n  pass\nelse:\n\tpass",
        "try:\n  pass\nexcept* (A, B) as e:\n  raise X from e\nelse: pass\nfinally: pass",
        "with (a as b, c as (d, e),): pass",
        "with (a), b as c[0]: pass",
        "with (yield): pass",
        "match = case = type = _ = 1\nmatch[case] = 2\nmatch(type)\nprint(match, type)",
        "match a, *b:\n  case {'x': [1, *_], **r} | P(k=-1+2j) as q if r := 1: pass\n  case _:\n    pass",
        "type X[T: int, *Ts, **P] = list[T]",
        "def f[T](a, /, b: int = 1, *c: *Ts, d, e=2, **g) -> None: ...",
        "class A(B, metaclass=C): x = 1; y = 2;",
        "@a.b(c)\n@d\nasync def f():\n  async with x as y: await z\n  return *a, b",
        "from .. import (a as b, c,)\nfrom ...d.e import *\nimport f.g as h, i",
        "if a:\n    b\n\n# c\n  # d\n    e\nelif f: g\nelse:\n  h",
        "x = (1 +\n# comment\n   2)\ny = 1 + \\\n  2",
        "\uFEFFx = 1\r\nif x:\r\n  y\rz = 値",
        "\fdef f():\n\treturn\n",
        "del a, (b[0], [c.d])\nglobal x, y\nassert a, b\nraise",
        "async def f(): return [x async for x in y]",
        "lambda *, a: (yield)",
        "a @= b\n(a) += 1\na.b //= yield",
      })
  void whatPythonParsesIsAccepted(String text) {
    assertThat(PythonSyntax.problem(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[0] if x else y = 3",
        "f() = 1",
        "a + b = 1",
        "None = 1",
        "'a' = 1",
        "a, f() = 1",
        "x = yield = 1",
        "f() += 1",
        "a, b += 1",
        "a, b: int",
        "result = return x",
        "if conf.enabled: if conf is not None else False",
        "x = 1 if c",
        "x = a not b",
        "x = a + not b",
        "x := 1",
        "print 'x'",
        "f(a=1, b)",
        "f(x for x in y, 1)",
        "f(**a, *b)",
        "x = [1, 2",
        "x = (1]",
        "x = 1)",
        "x = 'abc",
        "x = '''abc",
        "x = f'{'",
        "x = f'{}'",
        "x = f'}'",
        "x = f'{a b}'",
        "x = f'{a!x}'",
        "x = b'é'",
        "x = b'a' 'b'",
        "x = 012",
        "x = 1_",
        "x = 1abc",
        "x = a \\ b",
        "x = a ? b : c",
        "x = “a”",
        "x = {1: 2, 3}",
        "if a:\nb",
        "if a\n  b",
        "  a",
        "if a:\n    b\n  c",
        "if a:\n        b\n\tc\n    d",
        "else: x",
        "try:\n  a",
        "for f() in x: pass",
        "[f(x) for  in y]",
        "[x for x in a if b else c]",
        "with a as f(): pass",
        "def f(a=1, b): pass",
        "def f(*): pass",
        "def f(**a, b): pass",
        "def f(a, a b): pass",
        "class: pass",
        "import a.",
        "from a import b,",
        "del f()",
        "@a b\ndef f(): pass",
        "str(# (source line 477 not available))",
        "return = 1",
        "x = a..b",
        "x = a[]",
        "(*a)",
        "x = !a",
        "a\u0000b",
      })
  void whatPythonRefusesIsFound(String text) {
    assertThat(PythonSyntax.problem(text)).isPresent();
  }

  @Test
  void theProblemNamesItsLineAndTheReason() {
    assertThat(PythonSyntax.problem("a = 1\nb = '''\n'''\nx if y else z = 3\n"))
        .contains(new PythonProblem(4, "nothing can be assigned to a conditional expression"));
    assertThat(PythonSyntax.problem("a = 1\r\nresult = return a"))
        .contains(new PythonProblem(2, "the keyword `return` stands inside an expression"));
  }

  @Property(tries = 2000)
  void anyTextIsAnsweredWithoutAnException(@ForAll String text) {
    assertThat(PythonSyntax.problem(text)).isNotNull();
  }

  @Property(tries = 3000)
  void anyMixOfPythonPiecesIsAnswered(@ForAll("pieces") List<String> pieces) {
    assertThat(PythonSyntax.problem(String.join("", pieces))).isNotNull();
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "if ", "x", " = ", "(", ")", "[", "]", "{", "}", ":", "\n", "  ", "\t", "f'", "'", "\"",
            "'''", "\\", "\r", "\r\n", "lambda ", "*", "**", ",", "for ", " in ", "yield ",
            "match ", "case ", "!", "=", "#", "1", ".", "def f", "with ", " as ", "rb", "@", "not ",
            ";")
        .list()
        .ofMaxSize(30);
  }

  @Test
  void textsMadeToHurtEndSoon() {
    String many = "(".repeat(1_000_000);
    assertThat(PythonSyntax.problem(many)).isPresent();
    assertThat(PythonSyntax.problem("x = " + "not ".repeat(100_000) + "x")).isEmpty();
    assertThat(PythonSyntax.problem("x = " + "a if b else ".repeat(100_000) + "c")).isEmpty();
    assertThat(PythonSyntax.problem("x = " + "lambda: ".repeat(100_000) + "c")).isPresent();
    assertThat(PythonSyntax.problem("f'{".repeat(100_000))).isPresent();
    assertThat(PythonSyntax.problem("x = " + "f'{".repeat(90) + "1" + "}'".repeat(90))).isEmpty();
    assertThat(PythonSyntax.problem("x = " + "[".repeat(190) + "]".repeat(190))).isEmpty();
    assertThat(PythonSyntax.problem("f'" + "{x:".repeat(100_000))).isPresent();
    assertThat(PythonSyntax.problem("x = " + "a" + ".b[0](1)".repeat(100_000))).isEmpty();
    assertThat(PythonSyntax.problem("a".repeat(PythonSyntax.LENGTH_LIMIT + 1) + "(")).isEmpty();
    assertThat(PythonSyntax.problem("with " + "(".repeat(190) + "a" + ")".repeat(190) + ": b"))
        .isEmpty();
  }
}
