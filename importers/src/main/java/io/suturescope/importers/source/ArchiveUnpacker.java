package io.suturescope.importers.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks zip, tar and tar.gz, recognised by their first bytes, into an {@link Unpacking}.
final class ArchiveUnpacker {

  private static final int PERMISSIONS = 0777;
  private static final int TAR_MAGIC_AT = 257;
  private static final int LINK_TARGET_LIMIT = 4096;

  enum Format {
    ZIP,
    TAR,
    TAR_GZ,
    NONE
  }

  private ArchiveUnpacker() {}

  static Format formatOf(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(TAR_MAGIC_AT + 5);
    }
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8 && head[3] <= 8) {
      return Format.ZIP;
    }
    if (head.length >= 3 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      return Format.TAR_GZ;
    }
    boolean tar =
        head.length == TAR_MAGIC_AT + 5
            && new String(head, TAR_MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    return tar ? Format.TAR : Format.NONE;
  }

  static void unpack(Path file, Format format, Unpacking into) throws IOException {
    switch (format) {
      case ZIP -> unpackZip(file, into);
      case TAR, TAR_GZ -> unpackTar(file, format == Format.TAR_GZ, into);
      case NONE -> throw new IllegalArgumentException("not an archive");
    }
  }

  private static void unpackZip(Path file, Unpacking into) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        Optional<String> name = into.admit(entry.getName());
        if (name.isPresent()) {
          zipEntry(zip, entry, name.get(), into);
        }
      }
    }
  }

  private static void zipEntry(ZipFile zip, ZipArchiveEntry entry, String name, Unpacking into)
      throws IOException {
    if (entry.isDirectory()) {
      into.folder(name, entry.getSize());
    } else if (!zip.canReadEntryData(entry)) {
      into.listing.refuse(name, "encrypted or packed in a way that is not known; skipped");
    } else if (entry.isUnixSymlink()) {
      try (InputStream in = zip.getInputStream(entry)) {
        String target = new String(in.readNBytes(LINK_TARGET_LIMIT), StandardCharsets.UTF_8);
        into.link(name, EntryName.resolve(folderOf(name), target));
      }
    } else {
      int mode = entry.getUnixMode() & PERMISSIONS;
      try (InputStream in = zip.getInputStream(entry)) {
        into.file(
            new Unpacking.Entry(
                name,
                micros(entry.getLastModifiedTime()),
                entry.getUnixMode() == 0 ? Optional.empty() : Optional.of(mode),
                0),
            in,
            entry::getCompressedSize);
      }
    }
  }

  private static void unpackTar(Path file, boolean zipped, Unpacking into) throws IOException {
    try (CountedInput raw = new CountedInput(new BufferedInputStream(Files.newInputStream(file)));
        InputStream plain = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
        TarArchiveInputStream tar =
            new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Optional<String> name = into.admit(entry.getName());
        if (name.isPresent()) {
          long before = raw.count();
          tarEntry(tar, entry, name.get(), into, raw, before);
        }
      }
    }
  }

  private static void tarEntry(
      TarArchiveInputStream tar,
      TarArchiveEntry entry,
      String name,
      Unpacking into,
      CountedInput raw,
      long before)
      throws IOException {
    if (entry.isDirectory()) {
      into.folder(name, 0);
    } else if (entry.isSymbolicLink()) {
      into.link(name, EntryName.resolve(folderOf(name), entry.getLinkName()));
    } else if (entry.isLink()) {
      into.link(name, EntryName.resolve("", entry.getLinkName()));
    } else if (entry.isFile() && !entry.isFIFO() && tar.canReadEntryData(entry)) {
      into.file(
          new Unpacking.Entry(
              name,
              micros(entry.getLastModifiedTime()),
              Optional.of(entry.getMode() & PERMISSIONS),
              entry.getSize()),
          tar,
          () -> raw.count() - before);
    } else {
      into.listing.warn(name, "neither a file nor a folder (pipe, socket or device); skipped");
    }
  }

  private static String folderOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private static long micros(@org.jspecify.annotations.Nullable FileTime time) {
    return time == null ? 0 : time.to(TimeUnit.MICROSECONDS);
  }
}
