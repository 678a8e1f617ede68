package io.suturescope.importers.codesuture;

import io.suturescope.importers.ImportSink;
import io.suturescope.importers.source.ProjectLayout;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.origin.FileKind;
import io.suturescope.model.origin.ImportProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one CodeSuture project (codesuture.md) into a sink: incidents first, because the Python
/// they ran on judges the rest.
///
/// Whatever the files hold, what comes of them is records and problems. Only what the sink throws
/// leaves {@link #read}.
public final class CodeSutureImporter {

  private static final String LOG_NAME = "incidents_YYYY-MM-DD.jsonl";

  private final Map<FileKind, List<SourceFile>> files = new EnumMap<>(FileKind.class);
  private final ProjectReading reading;
  private final NewestPython newest = new NewestPython();

  private CodeSutureImporter(SourceTree tree, ImportSink sink) {
    Recognition recognition = new Recognition(tree);
    boolean project = ProjectFinder.isProject(tree);
    long total = 0;
    for (SourceFile file : tree.files()) {
      newest.seeCompiled(file.baseName());
      Optional<FileKind> kind = project ? recognition.inProject(file) : recognition.alone(file);
      if (kind.isPresent()) {
        files.computeIfAbsent(kind.get(), ignored -> new ArrayList<>()).add(file);
        total += file.size();
      }
    }
    reading = new ProjectReading(tree, sink, total);
  }

  /// Reads everything that is new since the marks the sink knows.
  ///
  /// @param tree stays open
  public static void read(SourceTree tree, ImportSink sink) {
    tree.findings().forEach(sink::problem);
    if (ProjectFinder.isProject(tree)) {
      for (String nested : ProjectFinder.nested(tree)) {
        sink.problem(
            ImportProblem.warning(
                nested, 0, "another project lies here and is not read with this one", ""));
      }
    }
    new CodeSutureImporter(tree, sink).readAll();
  }

  private List<SourceFile> of(FileKind kind) {
    return files.getOrDefault(kind, List.of());
  }

  private void readAll() {
    reading.within(0);
    of(FileKind.INCIDENT_LOG).forEach(this::readIncidents);
    of(FileKind.EVENT_LOG).forEach(this::readEvents);
    each(FileKind.LIFECYCLE, (file, bytes) -> new LifecycleReader(reading, file).read(bytes));
    readStores();
    each(FileKind.ALERT, (file, bytes) -> new AlertReader(reading, file).read(bytes));
    each(FileKind.UNREAD_ALERTS, (file, bytes) -> new AlertReader(reading, file).readUnread(bytes));
    each(FileKind.DIGEST, (file, bytes) -> new AlertReader(reading, file).readDigest(bytes));
    each(FileKind.RUN_LOG, (file, bytes) -> new RunLog(reading, file).read(bytes));
    each(FileKind.REWIND, (file, bytes) -> new RewindReader(reading, file).read(bytes));
    each(FileKind.FINGERPRINTS, (file, bytes) -> new FingerprintReader(reading, file).read(bytes));
    each(
        FileKind.LEARNED_RULES, (file, bytes) -> new LearnedRulesReader(reading, file).read(bytes));
    each(FileKind.ALERT_CONFIG, (file, bytes) -> new AlertConfigReader(reading, file).read(bytes));
    of(FileKind.UNKNOWN).forEach(this::listUnknown);
  }

  /// Reads the content of one file.
  private interface Content {
    void read(SourceFile file, byte[] bytes);
  }

  private void each(FileKind kind, Content content) {
    for (SourceFile file : of(kind)) {
      reading.whole(file, kind, bytes -> content.read(file, bytes));
    }
  }

  private void readIncidents(SourceFile file) {
    IncidentLog log = new IncidentLog(reading.sink(), newest);
    LogReader reader = new LogReader(reading, file, log);
    if (!reader.read(FileKind.INCIDENT_LOG)) {
      TailOfLog.see(reading.tree(), file, newest);
    } else if (file.name().startsWith(ProjectLayout.INCIDENTS) && !hasDate(file.baseName())) {
      reading.warning(
          file,
          "its name holds no real date: most commands of CodeSuture do not read this log",
          "");
    }
  }

  private static boolean hasDate(String baseName) {
    return baseName.length() == LOG_NAME.length()
        && RecordedTime.parse(baseName.substring(LOG_NAME.indexOf('Y'), LOG_NAME.indexOf(".")))
            .isPresent();
  }

  private void readEvents(SourceFile file) {
    EventLog log = new EventLog(reading.sink());
    boolean read = new LogReader(reading, file, log).read(FileKind.EVENT_LOG);
    boolean newPython = newest.cannotBuildGuards() || log.failedAsOnNewPythons();
    if (read && log.failed() > 0 && newPython) {
      reading.defect(
          file,
          "guards of this kind cannot be built on Python 3.12 and later: "
              + log.failed()
              + (log.failed() == 1 ? " patch" : " patches")
              + " failed and left no other trace; a quiet store is not a healthy program",
          "");
    }
  }

  private void readStores() {
    Map<String, Map<String, PatchGroup>> stores = new LinkedHashMap<>();
    for (FileKind kind :
        List.of(FileKind.PATCH_CODE, FileKind.ORIGINAL_CODE, FileKind.PATCH_METADATA)) {
      for (SourceFile file : of(kind)) {
        String base = PatchGroup.baseOf(file.name(), kind);
        stores
            .computeIfAbsent(storeOf(file), ignored -> new LinkedHashMap<>())
            .merge(
                base,
                PatchGroup.empty(base.substring(base.lastIndexOf('/') + 1)).with(file, kind),
                (known, fresh) -> known.with(file, kind));
      }
    }
    of(FileKind.SECRET_KEY)
        .forEach(key -> stores.computeIfAbsent(storeOf(key), ignored -> new LinkedHashMap<>()));
    stores.forEach(this::readStore);
  }

  /// The folder whose key signs a file: the store it lies in, however deep.
  private static String storeOf(SourceFile file) {
    String store = ProjectLayout.dataFolderOf(file.name());
    return store.isEmpty() ? file.folder() : store;
  }

  private void readStore(String store, Map<String, PatchGroup> groups) {
    String keyName = store.isEmpty() ? "secret.key" : store + "/secret.key";
    Optional<SourceFile> key =
        of(FileKind.SECRET_KEY).stream().filter(file -> file.name().equals(keyName)).findFirst();
    PythonMismatch mismatch = new PythonMismatch();
    new PatchStoreReader(reading, key, mismatch).read(groups.values());
    newest
        .minor()
        .flatMap(
            running -> mismatch.warning(running, "the newest incident ran on Python " + running))
        .or(() ->
            newest
                .compiledBy()
                .flatMap(
                    by -> mismatch.warning(by, "the project has been compiled by Python " + by)))
        .ifPresent(warning -> reading.sink().problem(ImportProblem.defect(store, 0, warning, "")));
  }

  private void listUnknown(SourceFile file) {
    reading.whole(
        file,
        FileKind.UNKNOWN,
        bytes -> reading.warning(file, "not a file that CodeSuture writes; not read", ""));
  }
}
