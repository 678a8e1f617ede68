package io.suturescope.importers.original;

import io.suturescope.importers.original.OriginalResult.Found;
import io.suturescope.importers.original.OriginalResult.Missing;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.PyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the unpatched code of functions in the `__pycache__` folders of their project. Only files
/// that the source lists are opened, whatever names the data holds. Remembers what it has read: one
/// for each open source, and of one thread.
public final class OriginalSearch {

  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 256L << 20;

  private final SourceTree tree;
  private final CompiledModules modules;
  private final Map<String, Map<Integer, Set<String>>> filesByName = new HashMap<>();

  /// @param tree stays open as long as this is used
  public OriginalSearch(SourceTree tree) {
    this.tree = tree;
    this.modules = new CompiledModules(tree);
  }

  /// @param python that the patched code was made for, such as "3.11"
  /// @param recordedPath of the crash; the path in the code itself is looked at first
  public OriginalResult find(PyCode patched, String python, String recordedPath) {
    SameFunction same = new SameFunction(patched);
    Set<String> names = new LinkedHashSet<>(PycNames.of(patched.filename(), python));
    names.addAll(PycNames.of(recordedPath, python));
    Optional<PyCode> moved = Optional.empty();
    for (String name : names) {
      Optional<CompiledModule> module = module(name, python);
      Optional<PyCode> code = module.flatMap(each -> code(each, same));
      if (code.isPresent()) {
        return new Found(original(module.get(), code.get(), true));
      }
      moved = moved.or(() -> module.flatMap(each -> moved(each, same)));
    }
    return moved
        .<OriginalResult>map(OriginalSearch::elsewhere)
        .orElseGet(() -> anywhere(patched, same, python));
  }

  private static Missing elsewhere(PyCode moved) {
    return new Missing(
        "the compiled module is of another state of the source: the function begins at line "
            + moved.firstlineno()
            + " there");
  }

  private Optional<CompiledModule> module(String file, String python) {
    return modules.module(file).filter(module -> module.python().equals(python));
  }

  private static Optional<PyCode> code(CompiledModule module, SameFunction same) {
    return module.codes().stream().filter(same::fits).findFirst();
  }

  private static Optional<PyCode> moved(CompiledModule module, SameFunction same) {
    return module.codes().stream().filter(same::sameNameAndParameters).findFirst();
  }

  private OriginalResult anywhere(PyCode patched, SameFunction same, String python) {
    List<Original> found = new ArrayList<>();
    Set<String> files =
        filesByName.computeIfAbsent(python, this::index).getOrDefault(key(patched), Set.of());
    for (String file : files) {
      Optional<CompiledModule> module = module(file, python);
      module
          .flatMap(each -> code(each, same))
          .ifPresent(code -> found.add(original(module.get(), code, false)));
    }
    return switch (found.size()) {
      case 0 -> new Missing("no module compiled by Python " + python + " holds this function");
      case 1 -> new Found(found.getFirst());
      default ->
          new Missing(
              found.size() + " compiled modules hold a function like this: which is unknown");
    };
  }

  /// Hashes are enough: what they lead to is compared.
  private static int key(PyCode code) {
    return 31 * code.qualname().hashCode() + code.firstlineno();
  }

  /// Every function of every module that this Python compiled.
  private Map<Integer, Set<String>> index(String python) {
    Map<Integer, Set<String>> index = new HashMap<>();
    int files = 0;
    long bytes = 0;
    for (SourceFile file : tree.files()) {
      if (PycNames.isOf(file.name(), python)) {
        files++;
        bytes += file.size();
        if (files > MOST_FILES || bytes > MOST_BYTES) {
          break;
        }
        module(file.name(), python)
            .ifPresent(module ->
                module
                    .codes()
                    .forEach(code ->
                        index
                            .computeIfAbsent(key(code), _ -> new LinkedHashSet<>())
                            .add(file.name())));
      }
    }
    return index;
  }

  private Original original(CompiledModule module, PyCode code, boolean byPath) {
    return new Original(
        module.file(), module.sha256(), code, module.python(), source(module), byPath);
  }

  private Original.Source source(CompiledModule module) {
    Optional<SourceFile> source = tree.file(PycNames.sourceOf(module.file()));
    if (source.isEmpty()) {
      return Original.Source.GONE;
    }
    if (module.sourceSize().isEmpty()) {
      return Original.Source.UNKNOWN;
    }
    return (source.get().size() & 0xffff_ffffL) == module.sourceSize().getAsLong()
        ? Original.Source.SAME_SIZE
        : Original.Source.CHANGED;
  }
}
