package org.capgate.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.capgate.analysis.TableFormat;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;

/**
 * The blocks of {@link Blocks} as tasks of Spark. Each task keeps its block itself, whole or not at
 * all, in a folder that all machines see, so an executor that dies loses at most the block it is
 * at, and neither does a driver. Blocks have the bytes they have on a pool of threads, so that
 * either engine goes on where the other was stopped.
 *
 * <pre>{@code
 * Blocks blocks = SparkBlocks.compute(
 *     spark, store -> TrialFile.preset("treatment-resistance").trial().blocks(store), "/shared/out");
 * }</pre>
 */
public final class SparkBlocks {
  /** Blocks in the order of their numbers, as CSV. */
  public static final String BLOCKS = "blocks";

  /** The same rows as Parquet, a file for each block: one table to Spark and to DuckDB. */
  public static final String PARQUET = "course.parquet";

  /** Pieces for each core: few enough to share what work prepares, many enough to end together. */
  private static final int PIECES_PER_CORE = 4;

  private SparkBlocks() {}

  /** How every machine comes to the work; sent to them, so it holds only what can be sent. */
  @FunctionalInterface
  public interface Source extends Serializable {
    /** The work, what is done kept in a store. */
    Blocks in(BlockStore store);
  }

  /**
   * Computes what the folder lacks.
   *
   * @param folder seen under this name by all machines; gets {@link #BLOCKS} and {@link #PARQUET}
   * @return all blocks, computed
   */
  public static Blocks compute(JavaSparkContext spark, Source source, String folder) {
    Blocks blocks = in(folder, source);
    List<Long> missing =
        LongStream.range(0, blocks.count())
            .filter(block -> !blocks.isKept(block) || !Files.exists(part(folder, blocks, block)))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      int pieces = Math.min(missing.size(), PIECES_PER_CORE * spark.defaultParallelism());
      spark
          .parallelize(missing, pieces)
          .mapPartitions(numbers -> computed(numbers, source, folder))
          .collect();
    }
    blocks.writeManifest();
    removeOthers(folder, blocks);
    return blocks;
  }

  private static Blocks in(String folder, Source source) {
    return source.in(BlockStore.in(Path.of(folder, BLOCKS)));
  }

  /** On the machine of a task: one block after another, when its result is asked for. */
  private static Iterator<Long> computed(Iterator<Long> numbers, Source source, String folder) {
    Blocks blocks = in(folder, source);
    TableFormat parquet =
        TableFormat.named("parquet")
            .orElseThrow(
                () -> new IllegalStateException("capgate-parquet is not on the class path"));
    Map<String, String> provenance =
        Map.of("specification", blocks.specification(), "seed", Long.toString(blocks.seed()));
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(numbers, Spliterator.ORDERED), false)
        .map(
            block -> {
              blocks.compute(block);
              parquet.write(part(folder, blocks, block), List.of(blocks.table(block)), provenance);
              return block;
            })
        .iterator();
  }

  private static Path part(String folder, Blocks blocks, long block) {
    return Path.of(folder, PARQUET, blocks.label(block) + ".parquet");
  }

  /** Parts of other work, or of subjects that are asked for no more, are no rows of this table. */
  private static void removeOthers(String folder, Blocks blocks) {
    Set<Path> own = new HashSet<>();
    for (long block = 0; block < blocks.count(); block++) {
      own.add(part(folder, blocks, block));
    }
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(Path.of(folder, PARQUET), "*.parquet")) {
      for (Path part : parts) {
        if (!own.contains(part)) {
          Files.delete(part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder %s cannot be tidied".formatted(folder), e);
    }
  }
}
