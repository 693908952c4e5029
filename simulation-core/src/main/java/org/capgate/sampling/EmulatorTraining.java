package org.capgate.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.analysis.KnownResults;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.random.RandomStream;

/**
 * Where an emulator learns what a simulation gives: beside the points that chains remember at
 * first, then where walks in the emulator itself end, which is where it is wrong if it is wrong
 * anywhere that matters. It is fitted anew after every round, and there are more rounds the more
 * blocks were made, as it is used for as many again.
 */
final class EmulatorTraining {
  private static final int FEWEST_ROUNDS = 4;
  private static final int MOST_ROUNDS = 12;
  private static final int BLOCKS_PER_ROUND = 64; // what is used for longer is learned better
  private static final double NEAR = 0.2; // of a jump along a difference in all dimensions
  private static final double FAR = 1.6;

  private final SimulatedDensity density;
  private final Box box;
  private final DreamZs.Settings settings;
  private final KnownResults known;

  EmulatorTraining(
      SimulatedDensity density, Box box, DreamZs.Settings settings, KnownResults known) {
    this.density = density;
    this.box = box;
    this.settings = settings;
    this.known = known;
  }

  /** The emulator after a block, along the axes of what is remembered then. */
  Emulator after(int blocks, Archive archive) {
    Axes axes = Axes.of(archive.remembered().stream().map(this::inputs).toList());
    return Emulator.of(
        axes,
        known.get(
            "emulator after block " + blocks, () -> learned(blocks, archive, axes).toArray()));
  }

  private Emulator learned(int blocks, Archive archive, Axes axes) {
    List<EmulatorFit.Sample> samples =
        new ArrayList<>(samples(0, blocks, stream -> beside(archive, stream)));
    Emulator fitted = EmulatorFit.of(samples, axes, settings.threads());
    int rounds = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, blocks / BLOCKS_PER_ROUND));
    for (int round = 1; round < rounds; round++) {
      Emulator before = fitted;
      samples.addAll(samples(round, blocks, stream -> end(archive, before, stream)));
      fitted = EmulatorFit.of(samples, axes, settings.threads());
    }
    return fitted;
  }

  private double[] inputs(double[] point) {
    return Arrays.stream(point).map(density::input).toArray();
  }

  private interface Place {
    double[] drawn(RandomStream stream);
  }

  /** As many as there are terms; those without numbers are left out. */
  private List<EmulatorFit.Sample> samples(int round, int blocks, Place place) {
    String purpose = "samples of round %s after block %s".formatted(round, blocks);
    return OrderedParallel.map(
            EmulatorFit.terms(box.dimensions()),
            settings.threads(),
            i -> sample(place.drawn(RandomStream.of(settings.seed(), i, 0, purpose))),
            done -> {})
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
              double[] inputs = inputs(point);
              double[] none = new double[numbers.length];
              double log = density.ofNumbers(inputs, numbers, none);
              return new EmulatorFit.Sample(inputs, numbers, log);
            });
  }

  private double[] beside(Archive archive, RandomStream stream) {
    double[] point = archive.remembered(stream).clone();
    double[] a = archive.remembered(stream);
    double[] b = archive.remembered(stream);
    double gamma = stream.uniform(NEAR, FAR) * Jump.LENGTH / Math.sqrt(2.0 * point.length);
    for (int i = 0; i < point.length; i++) {
      point[i] = box.folded(point[i] + gamma * (a[i] - b[i]), i);
    }
    return point;
  }

  private double[] end(Archive archive, Emulator before, RandomStream stream) {
    EmulatorWalk walk = new EmulatorWalk(density, before, box);
    double[] end = new double[box.dimensions()];
    walk.from(archive.remembered(stream), EmulatorWalk.steps(stream), stream, end);
    return end;
  }
}
