package org.capgate.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.analysis.KnownResults;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;

/**
 * Where an emulator learns what a simulation gives: at the points that chains remember and beside
 * them at first, then where walks in the emulator itself end, which is where it is wrong if it is
 * wrong anywhere that matters. It is fitted anew after every round, and a round has as many samples
 * as all before it. All have as many as the chains made jumps so far, as the emulator is used for
 * as many again.
 */
final class EmulatorTraining {
  private static final int ROUNDS = 4;
  private static final int MOST_SAMPLES = 100_000;
  private static final int EPOCHS = 30;
  private static final int LAST_EPOCHS = 60;
  private static final double REMEMBERED = 0.8; // of the first round; the rest is beside
  private static final double NEAR = 0.2; // of a jump along a difference in all dimensions
  private static final double FAR = 1.6;

  private final SimulatedDensity density;
  private final Box box;
  private final DreamZs.Settings settings;
  private final KnownResults known;
  private final DreamZs.Listener listener;

  EmulatorTraining(
      SimulatedDensity density,
      Box box,
      DreamZs.Settings settings,
      KnownResults known,
      DreamZs.Listener listener) {
    this.density = density;
    this.box = box;
    this.settings = settings;
    this.known = known;
    this.listener = listener;
  }

  /** The emulator after a block. */
  Emulator after(int blocks, Archive archive) {
    return Emulator.of(
        known.get("emulator after block " + blocks, () -> learned(blocks, archive).toArray()));
  }

  private Emulator learned(int blocks, Archive archive) {
    long jumps = (long) blocks * settings.chains() * settings.blockGenerations();
    int first = (int) Math.min(MOST_SAMPLES, jumps) >> (ROUNDS - 1);
    Axes axes = Axes.of(archive);
    List<EmulatorFit.Sample> samples =
        new ArrayList<>(
            samples(
                0,
                first,
                blocks,
                (i, stream) -> remembered(archive, i, REMEMBERED * first, stream)));
    Emulator fitted = fitted(samples, EPOCHS);
    for (int round = 1; round < ROUNDS; round++) {
      Emulator before = fitted;
      samples.addAll(
          samples(round, first, blocks, (i, stream) -> end(archive, axes, before, stream)));
      fitted = fitted(samples, round == ROUNDS - 1 ? LAST_EPOCHS : EPOCHS);
    }
    return fitted;
  }

  private Emulator fitted(List<EmulatorFit.Sample> samples, int epochs) {
    return EmulatorFit.of(samples, epochs, settings.seed(), settings.threads());
  }

  private interface Place {
    double[] drawn(int number, RandomStream stream);
  }

  /** As many as all before; those without numbers are left out. */
  private List<EmulatorFit.Sample> samples(int round, int first, int blocks, Place place) {
    int before = round == 0 ? 0 : first << (round - 1);
    int count = Math.max(first, before);
    String purpose = "samples of round %s after block %s".formatted(round, blocks);
    return OrderedParallel.map(
            count,
            settings.threads(),
            i -> sample(place.drawn(i, RandomStream.of(settings.seed(), i, 0, purpose))),
            done -> listener.learning(before + done, first << (ROUNDS - 1)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<EmulatorFit.Sample> sample(double[] point) {
    return density
        .numbers(point)
        .filter(numbers -> Arrays.stream(numbers).noneMatch(Double::isNaN))
        .map(
            numbers -> {
              double[] none = new double[numbers.length];
              double log =
                  density.ofNumbers(
                      point, numbers, none, new double[point.length], new double[numbers.length]);
              return new EmulatorFit.Sample(point, numbers, log);
            });
  }

  /** One of the newest points, or one beside any of them. */
  private double[] remembered(Archive archive, int number, double most, RandomStream stream) {
    List<double[]> remembered = archive.remembered();
    if (number < Math.min(most, remembered.size())) {
      return remembered.get(remembered.size() - 1 - number);
    }
    double[] point = archive.remembered(stream).clone();
    double[] a = archive.remembered(stream);
    double[] b = archive.remembered(stream);
    double gamma = stream.uniform(NEAR, FAR) * Jump.LENGTH / Math.sqrt(2.0 * point.length);
    for (int i = 0; i < point.length; i++) {
      point[i] = box.folded(point[i] + gamma * (a[i] - b[i]), i);
    }
    return point;
  }

  private double[] end(Archive archive, Axes axes, Emulator before, RandomStream stream) {
    EmulatorWalk walk = new EmulatorWalk(density, before, axes, box);
    double[] end = new double[box.dimensions()];
    walk.from(archive.remembered(stream), EmulatorWalk.trajectories(stream), stream, end);
    return end;
  }
}
