package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.OdeSystem;
import org.capgate.model.Genotype;
import org.capgate.model.MoodModel;
import org.capgate.steady.SteadyState;
import org.capgate.steady.SteadyStateException;
import org.capgate.steady.SteadyStates;
import org.capgate.treatment.Exposure;

/**
 * Subjects that differ from those of a laboratory in some numbers of the equations. Each has a
 * reference state of its own, found from that of the laboratory, and settles from where the subject
 * of the laboratory rests; where that is not near, it is made as by a laboratory of its own.
 * Immutable.
 */
public final class Variation {
  private final Laboratory laboratory;
  private final MoodModel model;
  private final List<String> names;
  private final int[] places;
  private final double[] typical;
  private final double[] reference;
  private final double[] referenceWildType;

  /**
   * @param laboratory of the mean subject
   * @param names parameters of the equations that vary
   */
  public Variation(Laboratory laboratory, List<String> names) {
    this.laboratory = laboratory;
    this.names = List.copyOf(names);
    model = laboratory.model();
    places = names.stream().mapToInt(model::parameterIndex).toArray();
    typical = laboratory.unreferenced();
    reference = laboratory.reference();
    referenceWildType = model.wildTypeState(reference);
  }

  /**
   * One subject.
   *
   * @param values of the numbers that vary, in the order of their names; not modified
   * @throws SteadyStateException when it has no reference state
   */
  public Varied subject(double[] values) {
    double[] p = typical.clone();
    for (int i = 0; i < places.length; i++) {
      p[places[i]] = values[i];
    }
    Optional<double[]> own =
        SteadyStates.nearest(model.referenceSystem(p), 0, reference)
            .filter(SteadyState::isStable)
            .map(SteadyState::state);
    if (own.isPresent()) {
      double[] referenced = model.withReferences(p, own.get());
      double[] wildTypeState = model.wildTypeState(own.get());
      if (model.outOfRange(referenced, wildTypeState).isEmpty()) {
        return new Varied(referenced, wildTypeState, values.clone());
      }
    }
    return new Varied(laboratoryOf(values));
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
    private final double[] referenced;
    private final double[] wildTypeState;
    private final double[] values;
    private Optional<Laboratory> ownLaboratory = Optional.empty();

    private Varied(double[] referenced, double[] wildTypeState, double[] values) {
      this.referenced = referenced;
      this.wildTypeState = wildTypeState;
      this.values = values;
    }

    private Varied(Laboratory own) {
      this(new double[0], new double[0], new double[0]);
      ownLaboratory = Optional.of(own);
    }

    /**
     * Its settled untreated state, lifelong, under lasting stress in [0, 1].
     *
     * @throws SteadyStateException when there is none
     */
    public Settled settled(Genotype genotype, double chronicStress) {
      if (ownLaboratory.isEmpty()) {
        double[] p = model.with(referenced, genotype, chronicStress);
        double[] guess = guess(genotype, chronicStress);
        Optional<SteadyState> near =
            SteadyStates.nearest(model.animal(p, guess, Exposure.none(), Map.of()), 0, guess)
                .filter(SteadyState::isStable)
                .filter(found -> model.outOfRange(p, found.state()).isEmpty());
        if (near.isPresent()) {
          return new Settled(p, near.get());
        }
        ownLaboratory = Optional.of(laboratoryOf(values));
      }
      Laboratory own = ownLaboratory.get();
      return new Settled(
          own.parameters(genotype, chronicStress), own.settled(genotype, chronicStress));
    }

    /** Where the subject of the laboratory rests, moved as the wild type is moved. */
    private double[] guess(Genotype genotype, double chronicStress) {
      double[] moved = laboratory.settled(genotype, level(chronicStress)).state();
      for (int i = 0; i < moved.length; i++) {
        double factor = wildTypeState[i] / referenceWildType[i];
        moved[i] *= factor > 0 && factor < Double.POSITIVE_INFINITY ? factor : 1;
      }
      return moved;
    }
  }

  /** The nearest of the levels for which the laboratory keeps a settled state. */
  private static double level(double chronicStress) {
    return Math.rint(16 * chronicStress) / 16;
  }

  /** A subject at rest. Immutable. */
  public final class Settled {
    private final double[] parameters;
    private final SteadyState state;

    private Settled(double[] parameters, SteadyState state) {
      this.parameters = parameters;
      this.state = state;
    }

    /** The value of a variable or readout. */
    public double valueOf(String quantity) {
      return state.valueOf(quantity);
    }

    /** The subject under an exposure, starting from rest. */
    public OdeSystem under(Exposure exposure) {
      return model.animal(parameters, state.state(), exposure, Map.of());
    }
  }
}
