package io.suturescope.app.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Files that nobody but their owner can read, replaced as a whole or not at all.
public final class PrivateFile {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /// Writes or replaces a file; its mode is 0600 from its first moment on.
  ///
  /// @throws IOException also where the file system knows no permissions
  public static void write(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path fresh =
        target.resolveSibling("." + target.getFileName() + ".new-" + ProcessHandle.current().pid());
    Files.deleteIfExists(fresh);
    try {
      create(fresh);
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The same for a secret; no copy of it stays in memory.
  public static void write(Path file, Secret content) throws IOException {
    byte[] bytes = content.copy();
    try {
      write(file, bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /// Makes a folder that nobody else can enter; one that is there is narrowed.
  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } else {
      ownerOnly(folder);
    }
  }

  /// True when group or others may read or write it, where the file system can say so.
  static boolean open(Path file) throws IOException {
    return posix(file)
        && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
  }

  private static void create(Path file) throws IOException {
    if (posix(file)) {
      Files.createFile(file, OWNER_ONLY);
    } else {
      Files.createFile(file);
      ownerOnly(file);
    }
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void ownerOnly(Path file) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (view == null) {
      throw new IOException("the file system of " + file + " cannot keep others from reading it");
    }
    Set<AclEntryPermission> all = EnumSet.allOf(AclEntryPermission.class);
    view.setAcl(
        List.of(
            AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(all)
                .build()));
  }
}
