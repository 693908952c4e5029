package org.capgate.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void failureHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("table.csv");
    AtomicFile.write(file, "old");
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("disk full");
                    }));
    assertEquals(
        "cannot write " + file + ": disk full; nothing was changed there", failure.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("table.csv"), names());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException, InterruptedException {
    Process gone =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .start();
    gone.waitFor();
    Files.writeString(folder.resolve(".table.csv." + gone.pid() + "-1.partial"), "half");
    String alive = ".table.csv." + ProcessHandle.current().pid() + "-999.partial";
    Files.writeString(folder.resolve(alive), "half");
    Files.writeString(folder.resolve(".own.partial"), "of the user");
    Files.writeString(folder.resolve("own.1-1.partial"), "of the user");
    AtomicFile.write(folder.resolve("other.csv"), "whole");
    assertEquals(
        List.of("other.csv", ".own.partial", alive, "own.1-1.partial").stream().sorted().toList(),
        names().stream().sorted().toList());
  }

  @Test
  void unforeseenFailureLeavesNothingEither() throws IOException {
    Path file = folder.resolve("table.csv");
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  throw new IllegalStateException("NaN");
                }));
    assertEquals(List.of(), names());
  }

  @Test
  void writingReplacesAndMakesFolders() throws IOException {
    Path file = folder.resolve("a b/c/table.csv");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "two µM");
    assertEquals("two µM", Files.readString(file));
    assertEquals(List.of("a b"), names());
  }

  @Test
  void linkStaysALink() throws IOException {
    Path target = folder.resolve("real.csv");
    Path link = folder.resolve("link.csv");
    AtomicFile.write(target, "old");
    Files.createSymbolicLink(link, target);
    AtomicFile.write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void deviceIsWrittenToAndNotReplaced() {
    Path nowhere = Path.of("/dev/null");
    AtomicFile.write(nowhere, "gone");
    assertTrue(Files.exists(nowhere));
    assertFalse(Files.isRegularFile(nowhere));
  }

  @Test
  void folderAsTargetIsRefused() {
    String message =
        assertThrows(UncheckedIOException.class, () -> AtomicFile.write(folder, "x")).getMessage();
    assertTrue(message.contains("it is a folder"), message);
  }

  @Test
  void fileInPlaceOfAFolderIsNamed() {
    AtomicFile.write(folder.resolve("file"), "x");
    Path target = folder.resolve("file/table.csv");
    String message =
        assertThrows(UncheckedIOException.class, () -> AtomicFile.write(target, "x")).getMessage();
    assertTrue(message.contains("in the way of folder " + folder.resolve("file")), message);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
