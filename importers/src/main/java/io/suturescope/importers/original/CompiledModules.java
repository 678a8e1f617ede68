package io.suturescope.importers.original;

import io.suturescope.importers.marshal.MarshalReader;
import io.suturescope.importers.marshal.MarshalResult;
import io.suturescope.importers.marshal.PycFile;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.PyCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;

/// The `.pyc` files of one source, read when they are asked for; the latest ones are kept while
/// they are small enough.
final class CompiledModules {

  /// A `.pyc` of 100,000 lines has about 8 MiB.
  private static final int LONGEST = 16 << 20;

  private static final long KEPT_BYTES = 8 << 20;

  private record Kept(Optional<CompiledModule> module, long size) {}

  private final SourceTree tree;
  private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  CompiledModules(SourceTree tree) {
    this.tree = tree;
  }

  /// @param file path inside the source; empty when it is not there or no `.pyc` that can be read
  Optional<CompiledModule> module(String file) {
    Kept known = kept.get(file);
    if (known != null) {
      return known.module();
    }
    Optional<SourceFile> listed = tree.file(file);
    if (listed.isEmpty() || listed.get().size() > LONGEST) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = content(file);
    Optional<CompiledModule> module = bytes.flatMap(each -> read(file, each));
    keep(file, new Kept(module, bytes.map(each -> (long) each.length).orElse(0L)));
    return module;
  }

  private void keep(String file, Kept read) {
    kept.put(file, read);
    keptBytes += read.size();
    var oldest = kept.entrySet().iterator();
    while (keptBytes > KEPT_BYTES && kept.size() > 1) {
      keptBytes -= oldest.next().getValue().size();
      oldest.remove();
    }
  }

  private Optional<byte[]> content(String file) {
    Optional<InputStream> opened = tree.open(file);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST ? Optional.empty() : Optional.of(bytes);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<CompiledModule> read(String file, byte[] bytes) {
    Optional<PycFile> head = PycFile.of(bytes);
    Optional<String> python = head.flatMap(PycFile::python);
    if (python.isEmpty()) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(bytes, PycFile.HEADER, bytes.length);
    return MarshalReader.read(body) instanceof MarshalResult.Value(PyCode root, int _)
        ? Optional.of(
            new CompiledModule(
                file,
                sha256(bytes),
                python.get(),
                sourceSize(head.get()),
                CompiledModule.codes(root)))
        : Optional.empty();
  }

  private static OptionalLong sourceSize(PycFile head) {
    return head.source() instanceof PycFile.Stamped(long _, long size)
        ? OptionalLong.of(size)
        : OptionalLong.empty();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
