package io.suturescope.app.store;

import io.suturescope.model.verdict.Returned;
import io.suturescope.model.verdict.Verdict;
import io.suturescope.model.verdict.VerdictKind;
import io.suturescope.model.verdict.VerdictSource;
import java.util.Optional;

/// Verdicts to bytes and back. Field order is part of the file format.
final class VerdictBytes {

  private VerdictBytes() {}

  static byte[] of(Verdict v) {
    FactWriter out =
        new FactWriter()
            .text(v.kind().word())
            .text(v.source().word())
            .text(v.function())
            .texts(v.module().stream().toList())
            .texts(v.guard().stream().toList())
            .texts(v.file().stream().toList())
            .time(v.time())
            .number(v.count())
            .texts(v.originalException().stream().toList())
            .number(v.returned().map(VerdictBytes::parts).orElse(0));
    v.returned()
        .ifPresent(returned -> {
          switch (returned) {
            case Returned.Both(String original, String patched) -> out.text(original).text(patched);
            case Returned.Unsplit(String text) -> out.text(text);
          }
        });
    return out.bytes();
  }

  private static int parts(Returned returned) {
    return returned instanceof Returned.Both ? 2 : 1;
  }

  static Verdict verdict(FactReader in) {
    VerdictKind kind = VerdictKind.ofWord(in.text()).orElse(VerdictKind.NOT_RUN);
    VerdictSource source = VerdictSource.ofWord(in.text()).orElse(VerdictSource.RUN_LOG);
    String function = in.text();
    Optional<String> module = in.texts().stream().findFirst();
    Optional<String> guard = in.texts().stream().findFirst();
    Optional<String> file = in.texts().stream().findFirst();
    var time = in.time();
    long count = Math.max(1, in.number());
    Optional<String> exception = in.texts().stream().findFirst();
    return new Verdict(
        kind,
        source,
        function,
        module,
        guard,
        file,
        time,
        count,
        returned(in.count(), in),
        exception);
  }

  private static Optional<Returned> returned(int parts, FactReader in) {
    return switch (parts) {
      case 2 -> Optional.of(new Returned.Both(in.text(), in.text()));
      case 1 -> Optional.of(new Returned.Unsplit(in.text()));
      default -> Optional.empty();
    };
  }
}
