package org.capgate.analysis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file completely or not at all: the bytes go to a hidden file beside the target, which is
 * then renamed. A reader, or the next start after a crash, sees the old file or the new one, never
 * half of one. Missing folders are made. A target that is neither a file nor a folder ({@code
 * /dev/stdout}, a pipe) is written to directly, because renaming over it would replace it.
 *
 * <p>What a killed process left half written is removed when a later one first writes to the
 * folder.
 */
public final class AtomicFile {
  private static final AtomicLong SERIAL = new AtomicLong();

  /** Hidden names end in the number of a process and a serial number. */
  private static final Pattern HIDDEN = Pattern.compile("\\..+\\.(\\d{1,18})-\\d+\\.partial");

  /** Folders that this process has cleared of what others left. */
  private static final Set<Path> CLEARED = ConcurrentHashMap.newKeySet();

  private AtomicFile() {}

  /** What is to be written; called once, must not close the stream. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes {@code text} as UTF-8. Failure as in {@link #write(Path, Content)}. */
  public static void write(Path target, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(target, out -> out.write(bytes));
  }

  /**
   * Writes {@code content} to {@code target}, replacing a file that is there.
   *
   * @throws UncheckedIOException in one line: the file, why, and what was kept. The target is then
   *     untouched and the hidden file is gone.
   */
  public static void write(Path target, Content content) {
    write(target, content, false);
  }

  /**
   * As {@link #write(Path, Content)}; returns once the file and its name are on the storage device,
   * so that also a loss of power leaves the old file or the new one.
   */
  public static void writeDurably(Path target, Content content) {
    write(target, content, true);
  }

  private static void write(Path target, Content content, boolean durably) {
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        writeInPlace(target, content);
      } else {
        writeBeside(
            Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content, durably);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + target + ": " + reason(e) + "; nothing was changed there", e);
    }
  }

  private static void writeInPlace(Path target, Content content) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder, a file name is needed");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      content.writeTo(out);
    }
  }

  private static void writeBeside(Path target, Content content, boolean durably)
      throws IOException {
    Path folder = target.getParent();
    Path name = target.getFileName();
    if (folder == null || name == null) {
      throw new IOException("it is a folder, a file name is needed");
    }
    Files.createDirectories(folder);
    if (CLEARED.add(folder)) {
      removeAbandoned(folder);
    }
    Path hidden = folder.resolve(hiddenName(name.toString()));
    try {
      // Not Files.createTempFile: that makes files only their owner can read.
      try (FileChannel channel =
              FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        if (durably) {
          channel.force(true);
        }
      }
      rename(hidden, target);
      if (durably) {
        forceName(folder);
      }
    } finally {
      Files.deleteIfExists(hidden);
    }
  }

  /** Removes half-written files of processes that are no more. */
  private static void removeAbandoned(Path folder) {
    try (DirectoryStream<Path> partial = Files.newDirectoryStream(folder, ".*.partial")) {
      for (Path file : partial) {
        Matcher name = HIDDEN.matcher(String.valueOf(file.getFileName()));
        if (name.matches()
            && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // what is left over does no harm: the file itself can still be written
    }
  }

  private static void rename(Path hidden, Path target) throws IOException {
    try {
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(hidden, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A folder is forced like a file; where folders cannot be opened their names are safe anyway. */
  private static void forceName(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // the file is written and named; only its safety against loss of power is unknown
    }
  }

  /** Never the name of another writer: process, then a number counted up in this process. */
  private static String hiddenName(String name) {
    String kept = name.length() > 100 ? name.substring(0, 100) : name;
    return "."
        + kept
        + "."
        + ProcessHandle.current().pid()
        + "-"
        + SERIAL.incrementAndGet()
        + ".partial";
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (e instanceof FileAlreadyExistsException inTheWay) {
      return "a file is in the way of folder " + inTheWay.getFile();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
