package org.capgate.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole text with the name shown in errors: strict UTF-8, at most {@link #LARGEST_BYTES}, without
 * byte order mark.
 *
 * @param name shown in errors
 * @param text the characters
 */
public record SourceText(String name, String text) {

  /** Largest file accepted (bytes); the data files of this project are below 100 kB. */
  public static final int LARGEST_BYTES = 8_000_000;

  /** Reads a file the user named. */
  public static SourceText read(Path path) {
    String name = path.toString();
    if (Files.notExists(path)) {
      throw new InputException(new Place(name, 0, 0), "no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(new Place(name, 0, 0), "is not a regular file");
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      return decode(name, bytes);
    } catch (IOException e) {
      throw new InputException(new Place(name, 0, 0), "cannot be read", e);
    }
  }

  /** Reads what is left in a reader, which is not closed. */
  public static SourceText read(String name, Reader reader) {
    try {
      StringBuilder text = new StringBuilder();
      char[] chunk = new char[8192];
      for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
        text.append(chunk, 0, read);
        if (text.length() > LARGEST_BYTES) {
          throw tooLarge(name);
        }
      }
      return new SourceText(name, withoutMark(text.toString()));
    } catch (IOException e) {
      throw new InputException(new Place(name, 0, 0), "cannot be read", e);
    }
  }

  static SourceText decode(String name, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST_BYTES + 1);
    if (bytes.length > LARGEST_BYTES) {
      throw tooLarge(name);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(input, chars, true);
    if (result.isError()) {
      String before = chars.flip().toString();
      int lineStart = before.lastIndexOf('\n') + 1;
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      throw new InputException(
          new Place(name, line, 1 + before.length() - lineStart), "is not UTF-8 text");
    }
    return new SourceText(name, withoutMark(chars.flip().toString()));
  }

  private static InputException tooLarge(String name) {
    return new InputException(
        new Place(name, 0, 0),
        "is larger than the largest text accepted, " + LARGEST_BYTES + " bytes");
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
