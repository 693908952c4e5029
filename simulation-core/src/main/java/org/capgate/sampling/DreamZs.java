package org.capgate.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.capgate.analysis.KnownResults;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws from a density by several Markov chains that jump along differences between points of a
 * common, growing archive: DREAM(ZS) (ter Braak and Vrugt 2008, Statistics and Computing 18, 435,
 * doi:10.1007/s11222-008-9104-9).
 *
 * <p>The archive grows between blocks of generations, and within a block no chain sees another. The
 * random numbers of a generation depend on (seed, chain, generation) alone. So the draws have the
 * same bits for any number of threads, for a run that was cut off and went on from known results,
 * and for the first part of a longer run.
 *
 * <pre>{@code
 * Draws draws = new DreamZs(density, Box.unit(2), stream -> drawnFromPrior(stream), settings)
 *     .run(20_000, KnownResults.none(), soFar -> {});
 * }</pre>
 */
public final class DreamZs {
  private static final int ARCHIVED_PER_DIMENSION = 10;
  private static final int MOST_STARTS = 1_000;

  private final LogDensity density;
  private final Box box;
  private final Function<RandomStream, double[]> prior;
  private final Settings settings;

  /**
   * A sampler.
   *
   * @param density asked inside the box only
   * @param prior draws a point of the box: the archive and the chains start there; must depend on
   *     the stream alone
   */
  public DreamZs(
      LogDensity density, Box box, Function<RandomStream, double[]> prior, Settings settings) {
    this.density = density;
    this.box = box;
    this.prior = prior;
    this.settings = settings;
  }

  /**
   * How it is done.
   *
   * @param seed of all random numbers
   * @param chains ≥ 3
   * @param blockGenerations after how many generations the chains are put into the archive, which
   *     are also the draws that are kept, ≥ 1
   * @param threads ≥ 1
   */
  public record Settings(long seed, int chains, int blockGenerations, int threads) {
    public Settings {
      requireAtLeast("chains", chains, 3);
      requireAtLeast("blockGenerations", blockGenerations, 1);
      requireAtLeast("threads", threads, 1);
    }

    private static void requireAtLeast(String name, int value, int least) {
      if (value < least) {
        throw new IllegalArgumentException(
            "%s must be >= %s, but was %s".formatted(name, least, value));
      }
    }
  }

  /** Told how far a run is, on the calling thread. */
  @FunctionalInterface
  public interface Listener {
    /**
     * After a block.
     *
     * @param soFar all that was drawn; later blocks do not change it
     */
    void drawn(Draws soFar);

    /**
     * While an emulator learns, between two blocks.
     *
     * @param simulated how many points it has simulated for that
     * @param of how many it will simulate
     */
    default void learning(int simulated, int of) {}
  }

  /**
   * Draws.
   *
   * @param generations ≥ 1, rounded up to whole blocks
   * @param known what earlier runs of the same density, prior, seed, chains and blocks computed
   * @throws IllegalStateException when the density is NaN or +∞, or 0 at a thousand draws of the
   *     prior
   */
  public Draws run(int generations, KnownResults known, Listener listener) {
    int blocks = (generations + settings.blockGenerations() - 1) / settings.blockGenerations();
    Archive archive = new Archive();
    for (int i = 0; i < ARCHIVED_PER_DIMENSION * box.dimensions(); i++) {
      archive.addBefore(prior.apply(RandomStream.of(settings.seed(), i, 0, "archive")));
    }
    EmulatorTraining training =
        density instanceof SimulatedDensity simulated
            ? new EmulatorTraining(simulated, box, settings, known, listener)
            : null;
    JumpChoice choice = new JumpChoice(archive, training);
    List<double[]> chains =
        inParallel(chain -> known.get("start of chain " + chain, () -> started(chain)));
    long accepted = 0;
    for (int block = 0; block < blocks; block++) {
      int from = block * settings.blockGenerations();
      List<double[]> before = chains;
      chains =
          inParallel(
              chain ->
                  known.get(
                      "chain %s after generation %s"
                          .formatted(chain, from + settings.blockGenerations()),
                      () -> advanced(chain, before.get(chain), from, archive, choice)));
      for (double[] chain : chains) {
        archive.add(Arrays.copyOf(chain, box.dimensions()), chain[box.dimensions()]);
        accepted += (long) chain[box.dimensions() + 1];
        choice.count(chain, box.dimensions() + 2);
      }
      if (block + 1 < blocks) {
        choice.afterBlock(block + 1, archive);
      }
      listener.drawn(draws(archive, block + 1, accepted));
    }
    return draws(archive, blocks, accepted);
  }

  private Draws draws(Archive archive, int blocks, long accepted) {
    return new Draws(
        archive,
        box.dimensions(),
        settings.chains(),
        blocks,
        (long) blocks * settings.blockGenerations() * settings.chains(),
        accepted);
  }

  private List<double[]> inParallel(IntFunction<double[]> ofChain) {
    return OrderedParallel.map(settings.chains(), settings.threads(), ofChain, done -> {});
  }

  /**
   * A chain is an array: its point, the logarithm of the density there, how many jumps it accepted
   * in its last block, and tries and summed squared distances of each kind of jump in turn.
   */
  private double[] chain(double[] point, double logDensity) {
    double[] chain = Arrays.copyOf(point, point.length + 2 + 2 * Jump.KINDS);
    chain[point.length] = logDensity;
    return chain;
  }

  private double[] started(int chain) {
    RandomStream stream = RandomStream.of(settings.seed(), chain, 0, "start");
    for (int attempt = 0; attempt < MOST_STARTS; attempt++) {
      double[] point = prior.apply(stream);
      double logDensity = logDensity(point, Double.NEGATIVE_INFINITY);
      if (logDensity > Double.NEGATIVE_INFINITY) {
        return chain(point, logDensity);
      }
    }
    throw new IllegalStateException(
        "no chain can start: the density is 0 at %s draws of the prior".formatted(MOST_STARTS));
  }

  private double[] advanced(
      int chain, double[] start, int fromGeneration, Archive archive, JumpChoice choice) {
    int dimensions = box.dimensions();
    Jump jump = new Jump(box, archive, choice.axes(), walk(choice));
    double[] point = Arrays.copyOf(start, dimensions);
    double[] result = chain(point, start[dimensions]);
    for (int i = 1; i <= settings.blockGenerations(); i++) {
      RandomStream stream =
          RandomStream.of(settings.seed(), chain, fromGeneration + i, "generation");
      int kind = choice.draw(stream);
      int tally = dimensions + 2 + 2 * kind;
      result[tally]++;
      if (!jump.from(point, kind, stream)) {
        continue;
      }
      double least =
          StrictMath.log(1.0 - stream.nextDouble()) + result[dimensions] - jump.logCorrection();
      double proposed = logDensity(jump.proposal(), least);
      if (proposed > least) {
        result[tally + 1] += choice.squaredDistance(point, jump.proposal());
        System.arraycopy(jump.proposal(), 0, point, 0, dimensions);
        result[dimensions] = proposed;
        result[dimensions + 1]++;
      }
    }
    System.arraycopy(point, 0, result, 0, dimensions);
    return result;
  }

  private @Nullable EmulatorWalk walk(JumpChoice choice) {
    Emulator emulator = choice.emulator();
    return emulator != null && density instanceof SimulatedDensity simulated
        ? new EmulatorWalk(simulated, emulator, choice.axes(), box)
        : null;
  }

  private double logDensity(double[] point, double least) {
    double logDensity = density.at(point, least);
    if (!(logDensity < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException(
          "the logarithm of the density is %s at %s".formatted(logDensity, Arrays.toString(point)));
    }
    return logDensity;
  }
}
