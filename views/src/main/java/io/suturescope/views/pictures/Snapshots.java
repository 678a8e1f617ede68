package io.suturescope.views.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Writes what is on the screen as a PNG, without AWT.
public final class Snapshots {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Snapshots() {}

  /// On the UI thread. Folders are made as needed.
  ///
  /// @throws IOException when the file cannot be written
  public static void write(Scene scene, Path png) throws IOException {
    write(scene.snapshot(null), png);
  }

  /// On the UI thread. Folders are made as needed.
  ///
  /// @throws IOException when the file cannot be written
  public static void write(Node node, Path png) throws IOException {
    write(node.snapshot(null, null), png);
  }

  private static void write(WritableImage image, Path png) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", pixels(image, width, height));
    chunk(out, "IEND", new byte[0]);
    Path folder = png.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(png, out.toByteArray());
  }

  private static byte[] pixels(WritableImage image, int width, int height) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int[] row = new int[width];
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        ByteBuffer line = ByteBuffer.allocate(1 + 4 * width).put((byte) 0);
        for (int argb : row) {
          line.putInt(Integer.rotateLeft(argb, 8));
        }
        deflate.write(line.array());
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    DataOutputStream sink = new DataOutputStream(out);
    sink.writeInt(data.length);
    sink.write(name);
    sink.write(data);
    sink.writeInt((int) crc.getValue());
  }
}
