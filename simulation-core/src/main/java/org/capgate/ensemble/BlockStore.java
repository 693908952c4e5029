package org.capgate.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  private BlockStore() {}

  /** Blocks in memory, which grows with their number. */
  public static BlockStore inMemory() {
    return new Memory();
  }

  /** Blocks as files of a folder, which is made when the first is kept. */
  public static BlockStore in(Path folder) {
    return new Folder(folder);
  }

  /** The rows of a block, when they are kept and whole. */
  abstract Optional<String> find(String name);

  abstract void keep(String name, String rows);

  /** Sixteen hexadecimal digits of a text. */
  static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static final class Memory extends BlockStore {
    private final Map<String, String> blocks = new ConcurrentHashMap<>();

    @Override
    Optional<String> find(String name) {
      return Optional.ofNullable(blocks.get(name));
    }

    @Override
    void keep(String name, String rows) {
      blocks.put(name, rows);
    }
  }

  private static final class Folder extends BlockStore {
    private static final String DIGEST = "# digest: ";

    private final Path folder;

    Folder(Path folder) {
      this.folder = folder;
    }

    @Override
    Optional<String> find(String name) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String rows = text.substring(end + 1);
        return end >= 0 && text.startsWith(DIGEST + digest(rows) + '\n')
            ? Optional.of(rows)
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the block %s".formatted(file), e);
      }
    }

    @Override
    void keep(String name, String rows) {
      AtomicFile.write(folder.resolve(name), DIGEST + digest(rows) + '\n' + rows);
    }
  }
}
