package org.capgate.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
  @TempDir Path folder;

  /** Random numbers that follow from the seed and the number of the subject. */
  private static class Draws implements BlockWork {
    final AtomicInteger computed = new AtomicInteger();
    private final long subjects;
    private final long seed;

    Draws(long subjects, long seed) {
      this.subjects = subjects;
      this.seed = seed;
    }

    @Override
    public String specification() {
      return "draws";
    }

    @Override
    public long seed() {
      return seed;
    }

    @Override
    public long subjects() {
      return subjects;
    }

    @Override
    public int perBlock() {
      return 10;
    }

    @Override
    public Table rows(long first, int count) {
      computed.incrementAndGet();
      TableBuilder rows = Table.builder().number("subject").number("draw").text("failure");
      for (long subject = first; subject < first + count; subject++) {
        double draw = RandomStream.of(seed, subject, 0, "draw").nextDouble();
        rows.row(subject, draw < 0.1 ? null : draw, draw < 0.1 ? "too small" : "");
      }
      return rows.build();
    }
  }

  private byte[] written(BlockWork work, BlockStore store, int threads) throws IOException {
    Blocks blocks = new Blocks(work, store);
    blocks.compute(threads, done -> {});
    Path file = folder.resolve("all.csv");
    blocks.writeCsv(file, Map.of("seed", "1"));
    return Files.readAllBytes(file);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 8})
  void theFileHasTheSameBytesForAnyNumberOfThreads(int threads) throws IOException {
    String text = new String(written(new Draws(97, 1), BlockStore.inMemory(), threads));
    assertEquals(
        new String(written(new Draws(97, 1), BlockStore.in(folder.resolve("blocks")), 3)), text);
    assertTrue(text.startsWith("# seed: 1\nsubject,draw,failure\n0,"), text);
    assertEquals(97 + 2, text.lines().count());
    assertTrue(text.contains(",too small\n"), "a failed subject is a row");
  }

  @Test
  void askingAgainComputesNothingAndMoreSubjectsOnlyWhatIsMissing() throws IOException {
    BlockStore store = BlockStore.in(folder.resolve("blocks"));
    written(new Draws(95, 1), store, 2);
    Draws again = new Draws(95, 1);
    written(again, store, 2);
    assertEquals(0, again.computed.get());
    Draws more = new Draws(120, 1);
    byte[] all = written(more, store, 2);
    assertEquals(3, more.computed.get(), "the tenth block had but 5 of 10, two are new");
    assertEquals(new String(written(new Draws(120, 1), BlockStore.inMemory(), 1)), new String(all));
    Draws other = new Draws(95, 2);
    written(other, store, 2);
    assertEquals(10, other.computed.get(), "another seed has other blocks");
  }

  @Test
  void aBlockThatWasCutOrChangedIsComputedAgain() throws IOException {
    Path blocks = folder.resolve("blocks");
    byte[] whole = written(new Draws(40, 1), BlockStore.in(blocks), 2);
    Path cut = blocks.resolve("draws-1-10-to-19.csv");
    Files.writeString(cut, Files.readString(cut).substring(0, 60));
    Path changed = blocks.resolve("draws-1-20-to-29.csv");
    Files.writeString(changed, Files.readString(changed).replaceFirst("20,0\\.", "20,9."));
    Draws work = new Draws(40, 1);
    assertEquals(new String(whole), new String(written(work, BlockStore.in(blocks), 2)));
    assertEquals(2, work.computed.get());
  }

  @Test
  void aDefectStopsTheWorkAndKeepsFinishedBlocks() {
    BlockStore store = BlockStore.inMemory();
    BlockWork broken =
        new Draws(1000, 1) {
          @Override
          public Table rows(long first, int count) {
            if (first >= 50) {
              throw new IllegalStateException("block at " + first);
            }
            return super.rows(first, count);
          }
        };
    assertThrows(
        IllegalStateException.class, () -> new Blocks(broken, store).compute(1, done -> {}));
    Draws whole = new Draws(100, 1);
    new Blocks(whole, store).compute(1, done -> {});
    assertEquals(5, whole.computed.get(), "the first five were kept");
  }

  /** One process that is killed again and again, each time after it wrote some more blocks. */
  @Test
  void aProcessKilledAgainAndAgainEndsInTheSameBytes() throws Exception {
    Path blocks = folder.resolve("blocks");
    int kills = 0;
    long had = 0;
    while (true) {
      Process process = new ProcessBuilder(slow(blocks)).inheritIO().start();
      while (process.isAlive() && files(blocks) < had + 4) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      if (!process.isAlive()) {
        assertEquals(0, process.exitValue());
        break;
      }
      process.destroyForcibly().waitFor();
      kills++;
      had = files(blocks);
    }
    assertTrue(kills >= 3, kills + " kills");
    Draws left = new Draws(Slow.SUBJECTS, 7);
    byte[] resumed = written(left, BlockStore.in(blocks), 1);
    assertEquals(0, left.computed.get());
    assertEquals(
        new String(written(new Draws(Slow.SUBJECTS, 7), BlockStore.inMemory(), 1)),
        new String(resumed));
  }

  private static List<String> slow(Path blocks) {
    return new ArrayList<>(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Slow.class.getName(),
            blocks.toString()));
  }

  private static long files(Path blocks) throws IOException {
    if (!Files.isDirectory(blocks)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(blocks)) {
      return files.filter(file -> file.toString().endsWith(".csv")).count();
    }
  }

  /** The main of the process that is killed. */
  static final class Slow {
    static final int SUBJECTS = 200;

    private Slow() {}

    public static void main(String[] arguments) {
      BlockWork work =
          new Draws(SUBJECTS, 7) {
            @Override
            public Table rows(long first, int count) {
              try {
                TimeUnit.MILLISECONDS.sleep(10);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return super.rows(first, count);
            }
          };
      new Blocks(work, BlockStore.in(Path.of(arguments[0]))).compute(2, done -> {});
    }
  }
}
