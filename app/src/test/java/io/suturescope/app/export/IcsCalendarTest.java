package io.suturescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IcsCalendarTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/export/ttl-ends.ics");
  private static final Instant NOW = Instant.parse("2026-11-21T15:04:05.678Z");
  private static final Instant AT = Instant.parse("2026-11-27T23:03:54.718297Z");

  private static IcsCalendar.End end(String source, String function, String guard, String text) {
    return new IcsCalendar.End(
        "shop.cart:" + function + ":" + guard, source, "shop.cart", function, guard, AT, text);
  }

  private static String valueOf(String calendar, String name) {
    return calendar
        .replace("\r\n ", "")
        .lines()
        .filter(l -> l.startsWith(name + ":"))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  @Test
  void theFileIsAsTheStandardHasIt() throws IOException {
    String text =
        IcsCalendar.text(
            List.of(
                end("/srv/shop", "Cart.total", "null_guard", ""),
                end(
                    "/srv/shop",
                    "größe_der_lieferung_in_kubikmetern_合計合計合計合計",
                    "key_guard",
                    "Loads; its time ends, then it still loads.\nC:\\shop has no usable fix."),
                end("/srv/other", "Cart.total", "", "")),
            NOW);
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void anEventKeepsItsNameWhateverElseChanges() {
    String first = IcsCalendar.text(List.of(end("/a", "f", "g", "")), NOW);
    String moved =
        IcsCalendar.text(
            List.of(
                new IcsCalendar.End(
                    "shop.cart:f:g", "/a", "shop.cart", "f", "g", AT.plusSeconds(9), "later")),
            NOW.plusSeconds(5));
    assertThat(valueOf(moved, "UID")).isEqualTo(valueOf(first, "UID"));
    assertThat(valueOf(IcsCalendar.text(List.of(end("/b", "f", "g", "")), NOW), "UID"))
        .isNotEqualTo(valueOf(first, "UID"));
  }

  @Test
  void whatTheFormatCannotWriteIsLeftOut() {
    IcsCalendar.End far =
        new IcsCalendar.End("p", "s", "m", "f", "g", Instant.parse("+12000-01-01T00:00:00Z"), "");
    assertThat(IcsCalendar.text(List.of(far), NOW)).doesNotContain("VEVENT");
    assertThat(IcsCalendar.escaped("a\u0000b\u001bc\td\ud800"))
        .isEqualTo("a\uFFFDb\uFFFDc\td\uFFFD");
  }

  @Property
  void unfoldingAndUnescapingGivesTheTextBack(@ForAll("texts") String text) {
    String calendar = IcsCalendar.text(List.of(end("/a", "f", "g", "." + text)), NOW);
    assertThat(unescaped(valueOf(calendar, "DESCRIPTION"))).isEqualTo("." + text);
    assertThat(calendar).endsWith("END:VCALENDAR\r\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    for (String line : calendar.split("\r\n", -1)) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertThat(bytes.length).isLessThanOrEqualTo(75);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(line);
    }
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
        text.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
      } else {
        assertThat(c).isNotIn(';', ',');
        text.append(c);
      }
    }
    return text.toString();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "ü", "合", "😀", ",", ";", "\\", "\n", " ", ":", "\"", "word word")
        .list()
        .ofMaxSize(120)
        .map(parts -> String.join("", parts));
  }
}
