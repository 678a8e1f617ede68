package io.suturescope.app.store;

import io.suturescope.model.alert.Alert;
import io.suturescope.model.alert.AlertConfig;
import io.suturescope.model.incident.FingerprintEntry;
import io.suturescope.model.origin.LearnedRule;
import io.suturescope.model.origin.PatchEvent;
import io.suturescope.model.patch.LifecycleEntry;
import io.suturescope.model.patch.PatchFile;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.SignatureState;
import io.suturescope.model.patch.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts of the model to bytes and back. Field order is part of the file format.
final class FactBytes {

  private FactBytes() {}

  static byte[] of(LifecycleEntry e) {
    FactWriter out =
        new FactWriter()
            .text(e.key())
            .text(e.module())
            .text(e.function())
            .text(e.guardType())
            .text(e.recordedState())
            .time(e.createdAt())
            .time(e.updatedAt())
            .count(e.ttlDays())
            .number(e.transitions().size());
    for (Transition t : e.transitions()) {
      out.text(t.from()).text(t.to()).time(t.at()).text(t.reason());
    }
    return out.texts(e.asRecorded()).bytes();
  }

  static LifecycleEntry lifecycle(FactReader in) {
    String key = in.text();
    String module = in.text();
    String function = in.text();
    String guard = in.text();
    String state = in.text();
    var created = in.time();
    var updated = in.time();
    var ttl = in.optionalCount();
    int count = in.count();
    List<Transition> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(new Transition(in.text(), in.text(), in.time(), in.text()));
    }
    return new LifecycleEntry(
        key, module, function, guard, state, created, updated, ttl, steps, in.textMap());
  }

  static byte[] of(PatchFile p) {
    FactWriter out =
        new FactWriter()
            .text(p.baseName())
            .flag(p.codeFile())
            .flag(p.originalCodeFile())
            .text(p.signature().word())
            .text(p.codeHash())
            .text(p.qualname())
            .texts(p.pythons())
            .flag(p.metadata().isPresent());
    p.metadata()
        .ifPresent(m ->
            out.text(m.functionName())
                .text(m.guardType())
                .text(m.target())
                .text(m.defaultValue())
                .time(m.patchedAt())
                .count(m.ttlDays())
                .text(m.codeSha256())
                .text(m.thread())
                .texts(m.asRecorded()));
    return out.bytes();
  }

  static PatchFile patch(FactReader in) {
    String base = in.text();
    boolean code = in.flag();
    boolean original = in.flag();
    SignatureState signature = signature(in.text());
    String hash = in.text();
    String qualname = in.text();
    List<String> pythons = in.texts();
    Optional<PatchMetadata> metadata =
        in.flag()
            ? Optional.of(
                new PatchMetadata(
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.time(),
                    in.optionalCount(),
                    in.text(),
                    in.text(),
                    in.textMap()))
            : Optional.empty();
    return new PatchFile(base, code, original, metadata, signature, hash, qualname, pythons);
  }

  private static SignatureState signature(String word) {
    for (SignatureState state : SignatureState.values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    return SignatureState.NO_METADATA;
  }

  static byte[] of(Alert a) {
    return new FactWriter()
        .text(a.incidentId())
        .number(Codes.of(a.severity()))
        .time(a.time())
        .text(a.title())
        .bytes();
  }

  static Alert alert(FactReader in) {
    return new Alert(in.text(), Codes.SEVERITIES.get(in.count()), in.time(), in.text());
  }

  static byte[] of(FingerprintEntry f) {
    return new FactWriter()
        .text(f.fingerprint())
        .text(f.guardType())
        .text(f.target())
        .text(f.errorType())
        .text(f.defaultValue())
        .text(f.keyName())
        .time(f.firstSeen())
        .texts(f.functions())
        .bytes();
  }

  static FingerprintEntry fingerprint(FactReader in) {
    return new FingerprintEntry(
        in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.time(), in.texts());
  }

  static byte[] of(LearnedRule r) {
    return new FactWriter()
        .text(r.functionName())
        .text(r.exceptionType())
        .text(r.exceptionMessage())
        .text(r.newSource())
        .bytes();
  }

  static LearnedRule learnedRule(FactReader in) {
    return new LearnedRule(in.text(), in.text(), in.text(), in.text());
  }

  static byte[] of(PatchEvent e) {
    return new FactWriter()
        .time(e.time())
        .text(e.function())
        .text(e.fileName())
        .number(e.lineNumber())
        .text(e.exceptionType())
        .text(e.strategy())
        .text(e.variable())
        .text(e.defaultRepr())
        .text(e.action())
        .text(e.error())
        .bytes();
  }

  static PatchEvent event(FactReader in) {
    return new PatchEvent(
        in.time(),
        in.text(),
        in.text(),
        in.count(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text());
  }

  static byte[] of(AlertConfig c) {
    FactWriter out =
        new FactWriter()
            .flag(c.enabled())
            .flag(c.fileEnabled())
            .text(c.directory())
            .flag(c.webhookEnabled())
            .text(c.webhookUrlMasked())
            .text(c.webhookFormat())
            .texts(c.webhookHeaderNames())
            .number(c.routing().size());
    c.routing().forEach((severity, channels) -> out.text(severity).texts(channels));
    return out.number(c.repeatThreshold())
        .number(c.repeatWindowHours())
        .text(c.escalateTo())
        .bytes();
  }

  static AlertConfig alertConfig(FactReader in) {
    boolean enabled = in.flag();
    boolean file = in.flag();
    String directory = in.text();
    boolean webhook = in.flag();
    String url = in.text();
    String format = in.text();
    List<String> headers = in.texts();
    int count = in.count();
    Map<String, List<String>> routing = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String severity = in.text();
      routing.put(severity, in.texts());
    }
    return new AlertConfig(
        enabled,
        file,
        directory,
        webhook,
        url,
        format,
        headers,
        routing,
        in.count(),
        in.count(),
        in.text());
  }
}
