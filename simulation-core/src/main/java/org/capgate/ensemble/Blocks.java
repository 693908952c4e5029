package org.capgate.ensemble;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.capgate.analysis.AtomicFile;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Work done block by block on any number of threads. What is in the store already is not computed
 * again, so a run that was stopped at any moment goes on where it was, and ends in the same bytes.
 * Memory holds one block for each thread.
 *
 * <pre>{@code
 * Blocks blocks = new Blocks(work, BlockStore.in(Path.of("out/blocks")));
 * blocks.compute(2, done -> {});
 * blocks.writeCsv(Path.of("out/course.csv"), Map.of());
 * }</pre>
 */
public final class Blocks {
  /** Lists what the blocks of a folder are. */
  static final String MANIFEST = "manifest.csv";

  private final BlockWork work;
  private final BlockStore store;

  /**
   * Blocks of some work.
   *
   * @param store may hold other blocks too: a block is found by what it follows from
   */
  public Blocks(BlockWork work, BlockStore store) {
    if (work.subjects() < 1 || work.perBlock() < 1) {
      throw new IllegalArgumentException(
          "work must have >= 1 subjects in blocks of >= 1, but had %s in blocks of %s"
              .formatted(work.subjects(), work.perBlock()));
    }
    this.work = work;
    this.store = store;
  }

  /** Everything the rows follow from but the seed: {@link BlockWork#specification}. */
  public String specification() {
    return work.specification();
  }

  /** Seed of everything drawn. */
  public long seed() {
    return work.seed();
  }

  /** Whether the store has a block, whole. */
  public boolean isKept(long block) {
    return store.find(name(block)).isPresent();
  }

  /** Sixteen hexadecimal digits of a text, for specifications. */
  public static String digest(String text) {
    return BlockStore.digest(text);
  }

  /** How many blocks there are. */
  public long count() {
    return (work.subjects() + work.perBlock() - 1) / work.perBlock();
  }

  /**
   * Computes what the store lacks.
   *
   * @param threads ≥ 1; no result depends on it
   * @param done told of each block, on the calling thread
   * @throws RuntimeException the one of a block that failed; blocks not yet begun are dropped,
   *     finished ones kept
   */
  public void compute(int threads, Consumer<Done> done) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      ExecutorCompletionService<Done> finished = new ExecutorCompletionService<>(executor);
      AtomicLong next = new AtomicLong();
      int waiting = 0;
      for (int i = 0; i < 2 * threads; i++) { // one block each, one more so that none is idle
        waiting += submit(finished, next) ? 1 : 0;
      }
      while (waiting > 0) {
        done.accept(finished.take().get());
        waiting += submit(finished, next) ? 0 : -1;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for blocks", e);
    } finally {
      executor.shutdownNow();
    }
    writeManifest();
  }

  private boolean submit(ExecutorCompletionService<Done> finished, AtomicLong next) {
    long block = next.getAndIncrement();
    if (block >= count()) {
      return false;
    }
    finished.submit(() -> compute(block));
    return true;
  }

  /**
   * One finished block.
   *
   * @param block its number, from 0
   * @param subjects how many are in it
   * @param isNew false where it was there already
   */
  public record Done(long block, int subjects, boolean isNew) {}

  /**
   * Computes one block, unless the store has it; for engines other than {@link #compute(int,
   * Consumer)}. When all are there, {@link #writeManifest} lists them.
   *
   * @param block from 0 to {@link #count} - 1
   */
  public Done compute(long block) {
    Objects.checkIndex(block, count());
    boolean isKnown = isKept(block);
    if (!isKnown) {
      String rows = work.rows(first(block), size(block)).toCsv();
      store.keep(name(block), rows.getBytes(StandardCharsets.UTF_8));
    }
    return new Done(block, size(block), !isKnown);
  }

  /** The rows of a block, header included, as CSV. */
  private byte[] csv(long block) {
    return store.find(name(block)).orElseThrow(() -> missing(block));
  }

  private IllegalStateException missing(long block) {
    return new IllegalStateException("block %s is not computed".formatted(name(block)));
  }

  /** All rows in order, one block in memory at a time; blocks must have been computed. */
  public void forEachRow(Consumer<BlockRow> reader) {
    for (long block = 0; block < count(); block++) {
      BlockRow.forEach(csv(block), reader);
    }
  }

  /**
   * Writes all rows to one file, completely or not at all.
   *
   * @param provenance lines {@code # key: value} above the header
   */
  public void writeCsv(Path file, Map<String, String> provenance) {
    AtomicFile.write(
        file,
        out -> {
          StringBuilder lines = new StringBuilder();
          provenance.forEach((key, value) -> lines.append("# %s: %s\n".formatted(key, value)));
          out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
          for (long block = 0; block < count(); block++) {
            byte[] rows = csv(block);
            int from = block == 0 ? 0 : belowHeader(rows);
            out.write(rows, from, rows.length - from);
          }
        });
  }

  private static int belowHeader(byte[] rows) {
    int end = 0;
    while (rows[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  /** Rows of a block; it must have been computed. */
  public Table table(long block) {
    Table columns = work.columns();
    TableBuilder table = Table.builder();
    columns.header().forEach(name -> column(table, name, columns.isNumber(name)));
    BlockRow.forEach(
        csv(block),
        row ->
            table.row(columns.header().stream().map(name -> cell(row, name, columns)).toArray()));
    return table.build();
  }

  private static void column(TableBuilder table, String name, boolean isNumber) {
    if (isNumber) {
      table.number(name);
    } else {
      table.text(name);
    }
  }

  private static @Nullable Object cell(BlockRow row, String name, Table columns) {
    if (!columns.isNumber(name)) {
      return row.text(name);
    }
    return row.isMissing(name) ? null : row.number(name);
  }

  /** All rows in order, block by block; blocks must have been computed. */
  public Iterable<Table> tables() {
    return () -> LongStream.range(0, count()).mapToObj(this::table).iterator();
  }

  /** Lists all blocks in the store; they must have been computed. */
  public void writeManifest() {
    StringBuilder lines = new StringBuilder("block,file,digest\n");
    for (long block = 0; block < count(); block++) {
      long here = block;
      String digest = store.digestOf(name(block)).orElseThrow(() -> missing(here));
      lines.append(block).append(',').append(name(block)).append(',').append(digest).append('\n');
    }
    store.keep(MANIFEST, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private long first(long block) {
    return block * work.perBlock();
  }

  private int size(long block) {
    return (int) Math.min(work.perBlock(), work.subjects() - first(block));
  }

  /** Says everything the block follows from, so that no other block has it; fit for a file. */
  public String label(long block) {
    long last = first(block) + size(block) - 1;
    return work.specification() + '-' + work.seed() + '-' + first(block) + "-to-" + last;
  }

  private String name(long block) {
    return label(block) + ".csv";
  }
}
