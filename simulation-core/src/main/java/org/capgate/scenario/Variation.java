package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.capgate.dynamics.OdeSystem;
import org.capgate.exposure.Exposure;
import org.capgate.model.Genotype;
import org.capgate.model.MoodModel;
import org.capgate.model.QuickRest;
import org.capgate.model.Readout;
import org.capgate.steady.StabilityCheck;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStateException;
import org.capgate.steady.SteadyStates;

/**
 * Subjects that differ from those of a laboratory in some numbers of the equations. Each has a
 * reference state of its own and settles by itself: Newton's method starts from the state of the
 * laboratory's subject, moved by what each number does to it alone. Where that leads nowhere, the
 * subject is made as by a laboratory of its own. Safe to use from many threads.
 */
public final class Variation {
  /** How far a number is moved to see what it does: small for curvature, large for rounding. */
  private static final double NUDGE = 1e-3;

  /** Levels of stress between 0 and 1 from which subjects settle. */
  private static final int LEVELS = 16;

  private final Laboratory laboratory;
  private final MoodModel model;
  private final QuickRest quickReference;
  private final List<String> names;
  private final int[] places;
  private final double[] typical;
  private final Trend reference;
  private final Map<Resting, Trend> settled = new ConcurrentHashMap<>();

  private record Resting(Genotype genotype, double chronicStress) {}

  /**
   * @param laboratory of the mean subject
   * @param names parameters of the equations that vary
   */
  public Variation(Laboratory laboratory, List<String> names) {
    this.laboratory = laboratory;
    this.names = List.copyOf(names);
    model = laboratory.model();
    quickReference = model.quickReference();
    places = names.stream().mapToInt(model::parameterIndex).toArray();
    typical = laboratory.unreferenced();
    double[] state = laboratory.reference();
    reference = new Trend(state, values -> referenceNear(values, state));
  }

  /** What a state is for some values of the numbers; empty where it is not found. */
  private interface Solution {
    Optional<double[]> at(double[] values);
  }

  /** A state of the mean subject, and how it moves with each number. */
  private final class Trend {
    private final double[] state;
    private final double[][] slopes; // [number][variable], d ln(state) / d ln(number)

    Trend(double[] state, Solution solution) {
      this.state = state;
      slopes = new double[places.length][state.length];
      double[] values = means();
      for (int i = 0; i < places.length; i++) {
        double mean = values[i];
        values[i] = mean * (1 + NUDGE);
        Optional<double[]> moved = solution.at(values);
        for (int j = 0; moved.isPresent() && j < state.length; j++) {
          double ratio = moved.get()[j] / state[j];
          slopes[i][j] = ratio > 0 && ratio < 2 ? (ratio - 1) / NUDGE : 0;
        }
        values[i] = mean;
      }
    }

    /** Where the state is expected for some values. */
    double[] at(double[] values) {
      double[] means = means();
      double[] guess = state.clone();
      for (int j = 0; j < guess.length; j++) {
        double relative = 0;
        for (int i = 0; i < values.length; i++) {
          relative += slopes[i][j] * (values[i] / means[i] - 1);
        }
        guess[j] *= Math.max(0.2, Math.min(5, 1 + relative));
      }
      return guess;
    }
  }

  private double[] means() {
    double[] means = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      means[i] = typical[places[i]];
    }
    return means;
  }

  private double[] parameters(double[] values) {
    double[] p = typical.clone();
    for (int i = 0; i < places.length; i++) {
      p[places[i]] = values[i];
    }
    return p;
  }

  private Optional<double[]> referenceNear(double[] values, double[] guess) {
    double[] p = parameters(values);
    return quickReference
        .near(p, guess)
        .or(() -> SteadyStates.stateNear(model.referenceSystem(p, guess), 0, guess));
  }

  /**
   * One subject.
   *
   * @param values of the numbers that vary, in the order of their names; not modified
   * @throws SteadyStateException when it has no reference state
   */
  public Varied subject(double[] values) {
    Optional<double[]> own = referenceNear(values, reference.at(values));
    if (own.isPresent()) {
      double[] referenced = model.withReferences(parameters(values), own.get());
      return new Varied(values.clone(), Optional.of(referenced));
    }
    return new Varied(values.clone(), Optional.empty());
  }

  /** What the mean subject settles in, and how that moves. */
  private Trend resting(Genotype genotype, double chronicStress) {
    Resting asked = new Resting(genotype, chronicStress);
    Trend known = settled.get(asked);
    if (known != null) {
      return known;
    }
    double[] state = laboratory.settled(genotype, chronicStress).state();
    Trend made = new Trend(state, values -> settledNear(values, genotype, chronicStress, state));
    settled.put(asked, made); // two threads may both make it: the same bits
    return made;
  }

  private Optional<double[]> settledNear(
      double[] values, Genotype genotype, double chronicStress, double[] guess) {
    return referenceNear(values, reference.at(values))
        .flatMap(
            own -> {
              double[] p = model.withReferences(parameters(values), own);
              double[] stressed = model.with(p, genotype, chronicStress);
              return SteadyStates.stateNear(
                  model.animal(stressed, guess, Exposure.none(), Map.of()), 0, guess);
            });
  }

  private Laboratory laboratoryOf(double[] values) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      numbers.put(names.get(i), values[i]);
    }
    return laboratory.with(numbers);
  }

  /** A subject with numbers of its own. Belongs to one thread. */
  public final class Varied {
    private final double[] values;
    private final Optional<double[]> referenced;
    private Optional<Laboratory> own = Optional.empty();

    private Varied(double[] values, Optional<double[]> referenced) {
      this.values = values;
      this.referenced = referenced;
    }

    /**
     * Its settled untreated state, lifelong, under lasting stress in [0, 1].
     *
     * @throws SteadyStateException when there is none
     */
    public Settled settled(Genotype genotype, double chronicStress) {
      if (referenced.isPresent()) {
        double[] p = model.with(referenced.get(), genotype, chronicStress);
        double[] guess = guess(genotype, chronicStress);
        Optional<double[]> quick =
            model.quickRest().near(p, guess).filter(found -> isSound(p, found));
        if (quick.isPresent()) {
          return new Settled(p, quick.get());
        }
        OdeSystem untreated = model.animal(p, guess, Exposure.none(), Map.of());
        Optional<SteadyState> near =
            SteadyStates.stateNear(untreated, 0, guess)
                .flatMap(state -> SteadyStates.nearest(untreated, 0, state))
                .filter(SteadyState::isStable)
                .filter(found -> model.outOfRange(p, found.state()).isEmpty());
        if (near.isPresent()) {
          return new Settled(p, near.get().state());
        }
      }
      Laboratory made = own.orElseGet(() -> laboratoryOf(values));
      own = Optional.of(made);
      return new Settled(
          made.parameters(genotype, chronicStress), made.settled(genotype, chronicStress).state());
    }

    private boolean isSound(double[] p, double[] state) {
      return model.quickRest().isInRange(p, state)
          && StabilityCheck.isCertain(
              model.quickRest().jacobian(p, state), model.quickRest().differential());
    }

    /** Between what is expected at the two nearest levels of stress. */
    private double[] guess(Genotype genotype, double chronicStress) {
      double below = Math.floor(LEVELS * chronicStress) / LEVELS;
      double[] guess = resting(genotype, below).at(values);
      if (below < chronicStress) {
        double[] above = resting(genotype, below + 1.0 / LEVELS).at(values);
        double share = LEVELS * (chronicStress - below);
        for (int i = 0; i < guess.length; i++) {
          guess[i] += share * (above[i] - guess[i]);
        }
      }
      return guess;
    }
  }

  /** A subject at rest. Immutable. */
  public final class Settled {
    private final double[] parameters;
    private final double[] state;

    private Settled(double[] parameters, double[] state) {
      this.parameters = parameters;
      this.state = state;
    }

    /** The value of a readout. */
    public double valueOf(Readout readout) {
      return model.quickRest().readout(parameters, state, readout);
    }

    /** The subject under an exposure, starting from rest. */
    public OdeSystem under(Exposure exposure) {
      return model.animal(parameters, state, exposure, Map.of());
    }
  }
}
