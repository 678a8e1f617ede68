package io.suturescope.app.store;

import io.suturescope.model.control.PatchReport;
import io.suturescope.model.control.PatchSighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Agents' reports of patches to bytes and back. Field order is part of the file format.
final class SightingBytes {

  private SightingBytes() {}

  static byte[] of(PatchSighting sighting) {
    PatchReport r = sighting.report();
    FactWriter out =
        new FactWriter()
            .text(sighting.agent())
            .text(sighting.instance())
            .time(Optional.of(sighting.readAt()))
            .texts(sighting.codeHashes())
            .text(r.patchId())
            .text(r.etag())
            .text(r.module())
            .text(r.qualname())
            .text(r.file())
            .number(r.line())
            .text(r.origin())
            .texts(r.guards())
            .text(r.memory())
            .number(r.functions())
            .texts(r.files())
            .text(r.codeSha256())
            .flag(r.held())
            .texts(r.flags())
            .number(r.lifecycle().size());
    r.lifecycle().forEach(row -> out.text(row.id()).text(row.state()));
    return out.bytes();
  }

  static PatchSighting sighting(FactReader in) {
    String agent = in.text();
    String instance = in.text();
    Instant readAt = in.time().orElse(Instant.EPOCH);
    List<String> hashes = in.texts();
    String id = in.text();
    String etag = in.text();
    String module = in.text();
    String qualname = in.text();
    String file = in.text();
    long line = in.number();
    String origin = in.text();
    List<String> guards = in.texts();
    String memory = in.text();
    long functions = in.number();
    List<String> files = in.texts();
    String code = in.text();
    boolean held = in.flag();
    List<String> flags = in.texts();
    List<PatchReport.Row> rows = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      rows.add(new PatchReport.Row(in.text(), in.text()));
    }
    PatchReport report =
        new PatchReport(
            id, etag, module, qualname, file, line, origin, guards, memory, functions, files, code,
            rows, held, flags);
    return new PatchSighting(agent, instance, readAt, report, hashes);
  }
}
