package org.capgate.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.capgate.analysis.AtomicFile;

/**
 * Where finished blocks are kept. A block is kept whole or not at all, with a digest of its rows; a
 * block whose digest does not fit is as good as missing.
 */
public abstract sealed class BlockStore {
  private static final int DIGITS = 16; // of a digest

  private BlockStore() {}

  /** Blocks in memory, which grows with their number. */
  public static BlockStore inMemory() {
    return new Memory();
  }

  /** Blocks as files of a folder, which is made when the first is kept. */
  public static BlockStore in(Path folder) {
    return new Folder(folder);
  }

  /** The rows of a block as CSV in UTF-8, when they are kept and whole; only to be read. */
  abstract Optional<byte[]> find(String name);

  abstract void keep(String name, byte[] rows);

  /** The digest that a block was kept with, not compared with its rows. */
  abstract Optional<String> digestOf(String name);

  /** Sixteen hexadecimal digits of a text. */
  static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return digest(bytes, 0);
  }

  static String digest(byte[] bytes, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, bytes.length - from);
      return HexFormat.of().formatHex(digest.digest(), 0, DIGITS / 2);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static final class Memory extends BlockStore {
    private final Map<String, byte[]> blocks = new ConcurrentHashMap<>();

    @Override
    Optional<byte[]> find(String name) {
      return Optional.ofNullable(blocks.get(name));
    }

    @Override
    void keep(String name, byte[] rows) {
      blocks.put(name, rows);
    }

    @Override
    Optional<String> digestOf(String name) {
      return find(name).map(rows -> digest(rows, 0));
    }
  }

  private static final class Folder extends BlockStore {
    private static final String DIGEST = "# digest: ";
    private static final int LINE = DIGEST.length() + DIGITS + 1; // the first, its end included

    private final Path folder;

    Folder(Path folder) {
      this.folder = folder;
    }

    @Override
    Optional<byte[]> find(String name) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length >= LINE && firstLine(bytes).equals(line(digest(bytes, LINE)))
            ? Optional.of(Arrays.copyOfRange(bytes, LINE, bytes.length))
            : Optional.empty();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    @Override
    void keep(String name, byte[] rows) {
      byte[] line = line(digest(rows, 0)).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(
          folder.resolve(name),
          out -> {
            out.write(line);
            out.write(rows);
          });
    }

    @Override
    Optional<String> digestOf(String name) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LINE);
        return bytes.length == LINE
            ? Optional.of(firstLine(bytes).substring(DIGEST.length(), LINE - 1))
            : Optional.empty();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    private static String firstLine(byte[] bytes) {
      return new String(bytes, 0, LINE, StandardCharsets.UTF_8);
    }

    private static String line(String digest) {
      return DIGEST + digest + '\n';
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
      return new UncheckedIOException("cannot read the block %s".formatted(file), e);
    }
  }
}
