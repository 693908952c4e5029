package org.capgate.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.population.Population;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Dose;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same blocks on Spark as on threads, whatever dies. */
@Tag("slow")
class SparkBlocksTest {
  private static final String TRIAL = "plan-an-experiment";
  private static final long SUBJECTS = 40; // of 8 arms in 10 replicates: 50 blocks

  @TempDir static Path threads;
  @TempDir Path folder;

  private final Cluster cluster = new Cluster();

  @BeforeAll
  static void computeOnThreads() {
    Blocks blocks = source().in(BlockStore.in(threads.resolve(SparkBlocks.BLOCKS)));
    blocks.compute(2, done -> {});
    blocks.writeCsv(threads.resolve("course.csv"), provenance(blocks));
  }

  @AfterEach
  void stop() throws IOException {
    cluster.close();
  }

  private static TrialSource source() {
    return new TrialSource(
        TRIAL,
        TrialFile.presetText(TRIAL).text(),
        Map.of("--subjects", SUBJECTS, "--replicates", 10L));
  }

  private static Map<String, String> provenance(Blocks blocks) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("specification", blocks.specification());
    provenance.put("seed", Long.toString(blocks.seed()));
    return provenance;
  }

  private static SparkConf twoThreads() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("test")
        .set("spark.ui.enabled", "false")
        .set("spark.log.level", "WARN")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  @Test
  void twoThreadsOfSparkKeepTheBytesOfAPoolOfThreadsAndParquetHasAllRows() throws Exception {
    try (JavaSparkContext spark = new JavaSparkContext(twoThreads())) {
      Blocks blocks = SparkBlocks.compute(spark, source(), folder.toString());
      assertSameBlocks(threads, folder);
      long[] rows = {0};
      blocks.forEachRow(row -> rows[0]++);
      SparkSession session = SparkSession.builder().getOrCreate();
      String parquet = folder.resolve(SparkBlocks.PARQUET).toString();
      assertEquals(rows[0], session.read().parquet(parquet).count());

      Map<Path, FileTime> before = times(folder);
      SparkBlocks.compute(spark, source(), folder.toString());
      before.forEach((file, time) -> assertEquals(time, times(folder).get(file), "made anew"));
    }
  }

  /** People whose own numbers stand in their rows, as {@code capgate cohort} has them. */
  private static Blocks cohort(BlockStore store) {
    return Trial.in(Population.named("depressed-human"))
        .withNumbers()
        .atHours(0, 24, 168)
        .arm("all", Dose.of("s-ketamine", 84, AmountUnit.MG).intranasal().atHours(0))
        .subjects(200)
        .seed(5)
        .build()
        .blocks(store);
  }

  @Test
  void aCohortOfPeopleHasTheSameBytesOnSparkAndOnThreads() throws Exception {
    Path onThreads = folder.resolve("threads");
    Path onSpark = folder.resolve("spark");
    cohort(BlockStore.in(onThreads.resolve(SparkBlocks.BLOCKS))).compute(2, done -> {});
    try (JavaSparkContext spark = new JavaSparkContext(twoThreads())) {
      SparkBlocks.compute(spark, SparkBlocksTest::cohort, onSpark.toString());
    }
    assertSameBlocks(onThreads, onSpark);
    assertEquals(5, list(onSpark.resolve(SparkBlocks.BLOCKS)).size()); // four, and the manifest
  }

  @Test
  void anExecutorOfALocalClusterThatIsKilledLosesNothing() throws Exception {
    losesNothing("local-cluster[2,1,1024]");
  }

  @Test
  void anExecutorOfAStandaloneClusterThatIsKilledLosesNothing() throws Exception {
    losesNothing(cluster.startStandalone(folder));
  }

  private void losesNothing(String master) throws Exception {
    Path out = folder.resolve("out");
    Process job =
        cluster.submit(
            folder,
            master,
            TRIAL,
            "--out",
            out.toString(),
            "--subjects",
            "" + SUBJECTS,
            "--replicates",
            "10");
    Map<Path, FileTime> before = Map.of();
    while (job.isAlive() && before.size() < 4) {
      TimeUnit.MILLISECONDS.sleep(50);
      before = times(out);
    }
    boolean wasKilled = cluster.killAnExecutor();
    assertTrue(job.waitFor(300, TimeUnit.SECONDS), "no end");
    assertEquals(0, job.exitValue(), Files.readString(folder.resolve("job.log")));
    assertTrue(wasKilled, "no executor was there to kill");
    assertSameBlocks(threads, out);
    assertArrayEquals(
        Files.readAllBytes(threads.resolve("course.csv")),
        Files.readAllBytes(out.resolve("course.csv")));
    Map<Path, FileTime> after = times(out);
    before.forEach((file, time) -> assertEquals(time, after.get(file), file + " was made anew"));
  }

  private static void assertSameBlocks(Path onThreads, Path out) throws Exception {
    List<Path> expected = list(onThreads.resolve(SparkBlocks.BLOCKS));
    assertEquals(
        expected.stream().map(Path::getFileName).toList(),
        list(out.resolve(SparkBlocks.BLOCKS)).stream().map(Path::getFileName).toList());
    for (Path file : expected) {
      assertArrayEquals(
          Files.readAllBytes(file),
          Files.readAllBytes(out.resolve(SparkBlocks.BLOCKS).resolve(file.getFileName())));
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When each finished block was written; the manifest is written last. */
  private static Map<Path, FileTime> times(Path out) {
    Map<Path, FileTime> times = new HashMap<>();
    for (Path file : list(out.resolve(SparkBlocks.BLOCKS))) {
      try {
        if (!file.endsWith("manifest.csv")) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return times;
  }
}
