package org.capgate.viz;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An image as PNG bytes with resolution and text. Written out here rather than by javax.imageio,
 * whose text chunks need a tree of nodes and whose start-up costs as much as drawing a figure.
 */
final class PngImage {
  private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
  private static final double INCHES_PER_METRE = 39.37007874;
  private static final int FILTER_UP = 2;
  private static final int LONGEST_KEYWORD = 79;

  private PngImage() {}

  /**
   * @param image of type TYPE_INT_RGB
   * @param text keyword to value; Latin-1 values become tEXt chunks, others iTXt
   */
  static byte[] encode(BufferedImage image, int dotsPerInch, Map<String, String> text) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 17);
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.getWidth()).putInt(image.getHeight());
    header.put((byte) 8).put((byte) 2); // 8 bits each of red, green, blue
    chunk(png, "IHDR", header.array());
    int dotsPerMetre = (int) Math.round(dotsPerInch * INCHES_PER_METRE);
    chunk(
        png,
        "pHYs",
        ByteBuffer.allocate(9).putInt(dotsPerMetre).putInt(dotsPerMetre).put((byte) 1).array());
    text.forEach((keyword, value) -> textChunk(png, keyword, value));
    chunk(png, "IDAT", compressed(image));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Each row as its difference to the row above: nearly all zero on a figure. */
  private static byte[] compressed(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[1 + 3 * width];
    int[] above = new int[width];
    Deflater deflater = new Deflater(4);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    byte[] buffer = new byte[1 << 15];
    row[0] = FILTER_UP;
    for (int y = 0; y < image.getHeight(); y++) {
      int start = y * width;
      for (int x = 0; x < width; x++) {
        int colour = pixels[start + x];
        int up = above[x];
        row[3 * x + 1] = (byte) ((colour >> 16) - (up >> 16));
        row[3 * x + 2] = (byte) ((colour >> 8) - (up >> 8));
        row[3 * x + 3] = (byte) (colour - up);
        above[x] = colour;
      }
      deflater.setInput(row);
      drain(deflater, buffer, out);
    }
    deflater.finish();
    drain(deflater, buffer, out);
    deflater.end();
    return out.toByteArray();
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
    int count = deflater.deflate(buffer);
    while (count > 0) {
      out.write(buffer, 0, count);
      count = deflater.deflate(buffer);
    }
  }

  private static void textChunk(ByteArrayOutputStream png, String keyword, String value) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    String key =
        keyword.length() > LONGEST_KEYWORD ? keyword.substring(0, LONGEST_KEYWORD) : keyword;
    data.writeBytes(key.getBytes(StandardCharsets.ISO_8859_1));
    data.write(0);
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      data.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
      chunk(png, "tEXt", data.toByteArray());
    } else {
      data.writeBytes(new byte[4]); // not compressed, no language, no translated keyword
      data.writeBytes(value.getBytes(StandardCharsets.UTF_8));
      chunk(png, "iTXt", data.toByteArray());
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
