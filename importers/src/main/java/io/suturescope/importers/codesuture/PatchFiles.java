package io.suturescope.importers.codesuture;

import io.suturescope.importers.source.ProjectLayout;
import io.suturescope.importers.source.SourceFile;
import io.suturescope.importers.source.SourceTree;
import io.suturescope.model.bytecode.Bytes;
import io.suturescope.model.patch.PatchMetadata;
import io.suturescope.model.patch.SignatureState;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The files of one patch as they are in their source now (codesuture.md 2). The key is read to
/// verify the signature and is not kept.
///
/// @param codeName path of the `.code` inside the source, whether it is there or not
/// @param code empty when it is gone or cannot be read
/// @param codeSha256 plain SHA-256 of `code` in lower-case hexadecimal; empty without it
/// @param originalName path of the `.orig.code`
/// @param original its bytes; mostly empty
/// @param originalSha256 likewise
/// @param metadata empty when there is none, or none that can be read
/// @param metadataDamage why the `.json` that is there cannot be read; else empty
/// @param keyReadableByOthers true when other users of the machine can read the key
public record PatchFiles(
    String codeName,
    Optional<Bytes> code,
    String codeSha256,
    String originalName,
    Optional<Bytes> original,
    String originalSha256,
    Optional<PatchMetadata> metadata,
    String metadataDamage,
    SignatureState signature,
    boolean keyReadableByOthers) {

  private static final int OTHERS_READ = 044;

  /// No patch is as long; what is longer is not held.
  private static final int LONGEST = 64 << 20;

  /// Reads them now.
  ///
  /// @param host path inside the source of any of the patch's files
  public static PatchFiles read(SourceTree tree, String host) {
    String base = base(host);
    boolean strange = base.equals(host);
    String codeName = strange ? host : base + PatchGroup.CODE;
    Optional<byte[]> code = content(tree, codeName);
    Optional<byte[]> original = content(tree, base + PatchGroup.ORIGINAL);
    Optional<PatchMetadataReader.Read> read =
        content(tree, base + PatchGroup.METADATA).map(PatchMetadataReader::read);
    Optional<PatchMetadata> metadata =
        read.flatMap(each ->
            each instanceof PatchMetadataReader.Read.Good good
                ? Optional.of(good.metadata())
                : Optional.empty());
    String damage =
        read.map(each -> each instanceof PatchMetadataReader.Read.Bad bad ? bad.reason() : "")
            .orElse("");
    String keyName = keyOf(codeName);
    Optional<byte[]> key = content(tree, keyName);
    SignatureState signature = Signature.of(code, metadata, key);
    key.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
    return new PatchFiles(
        codeName,
        code.map(Bytes::copyOf),
        code.map(Signature::sha256).orElse(""),
        base + PatchGroup.ORIGINAL,
        original.map(Bytes::copyOf),
        original.map(Signature::sha256).orElse(""),
        metadata,
        damage,
        signature,
        tree.file(keyName)
            .flatMap(SourceFile::mode)
            .filter(mode -> (mode & OTHERS_READ) != 0)
            .isPresent());
  }

  private static String base(String host) {
    for (String ending : List.of(PatchGroup.ORIGINAL, PatchGroup.CODE, PatchGroup.METADATA)) {
      if (host.endsWith(ending)) {
        return host.substring(0, host.length() - ending.length());
      }
    }
    return host;
  }

  /// The key of the store that a file lies in, however deep.
  static String keyOf(String file) {
    String store = ProjectLayout.dataFolderOf(file);
    String folder = store.isEmpty() ? file.substring(0, Math.max(0, file.lastIndexOf('/'))) : store;
    return folder.isEmpty() ? "secret.key" : folder + "/secret.key";
  }

  private static Optional<byte[]> content(SourceTree tree, String name) {
    Optional<InputStream> opened = tree.open(name);
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
}
