package org.capgate.network;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;

/**
 * A subclass of inhibitory neurons: how much its synapses count on the soma and on the dendrites of
 * excitatory neurons, and factors on parameters of the statement.
 *
 * <p>Perisomatic inhibition is what the firing rate of excitatory neurons sees; dendritic
 * inhibition is what translation takes its share from and what gates plasticity. On inhibitory
 * neurons the synapses of all subclasses count alike.
 *
 * @param name for tables and genotypes, one word
 * @param share of all inhibitory neurons, > 0; shares are scaled to add up to 1
 * @param perisomaticWeight how much one of its synapses counts for the firing rate of excitatory
 *     neurons, ≥ 0; scaled to a mean of 1 over the inhibitory neurons
 * @param dendriticWeight how much its output counts in the inhibitory transmission that gates
 *     plasticity, ≥ 0; scaled likewise
 * @param factors on parameters of the statement, by name
 */
public record Subclass(
    String name,
    double share,
    double perisomaticWeight,
    double dendriticWeight,
    Map<String, Double> factors) {

  public Subclass {
    Settings.require("share of subclass " + name, share, 1e-6, 1e6);
    Settings.require("perisomatic weight of subclass " + name, perisomaticWeight, 0, 100);
    Settings.require("dendritic weight of subclass " + name, dendriticWeight, 0, 100);
    factors.forEach((parameter, factor) -> Settings.require(parameter, factor, 0.01, 100));
    factors = Collections.unmodifiableMap(new TreeMap<>(factors)); // one order in every process
  }

  /**
   * Parvalbumin and somatostatin neurons, 57 to 43: of cortical interneurons about 40 and 30 in 100
   * (Rudy et al. 2011 doi:10.1002/dneu.20853, from memory).
   *
   * <p>PV basket cells reach somata and proximal dendrites, SST Martinotti cells distal dendrites
   * (Tremblay, Lee and Rudy 2016 doi:10.1016/j.neuron.2016.06.033, from memory). ASSUMED: a synapse
   * in the domain of the other subclass counts a quarter (0 to 0.5); all factors (each 0.5 to 2);
   * that PV neurons fire faster and are recruited more, SST neurons less, is general knowledge of
   * cortex.
   */
  public static List<Subclass> parvalbuminAndSomatostatin() {
    return List.of(
        new Subclass(
            "PV",
            0.57,
            1,
            0.25,
            Map.of(
                "restRateInhibitoryHertz", 1.3,
                "interneuronRecruitmentWeight", 1.2,
                "mtorc1ThresholdInhibitory", 1.05)),
        new Subclass(
            "SST",
            0.43,
            0.25,
            1,
            Map.of(
                "restRateInhibitoryHertz", 0.6,
                "interneuronRecruitmentWeight", 0.8,
                "mtorc1ThresholdInhibitory", 0.95)));
  }

  /**
   * The weights of one neuron of a subclass.
   *
   * @param perisomatic mean 1 over the neurons of the class
   * @param dendritic mean 1 over the neurons of the class
   */
  record Weights(double perisomatic, double dendritic) {
    static final Weights ALIKE = new Weights(1, 1);
  }

  /**
   * Refuses names that would not be found again, factors on what inhibitory neurons do not have, a
   * subclass of no neuron and weights that are all 0.
   *
   * @param neurons number of inhibitory neurons
   * @param parameters of an inhibitory neuron
   */
  static void check(List<Subclass> subclasses, int neurons, List<String> parameters) {
    Set<String> names = new HashSet<>();
    int[] ends = ends(subclasses, neurons);
    for (int s = 0; s < ends.length; s++) {
      Subclass subclass = subclasses.get(s);
      String name = subclass.name;
      if (ends[s] == (s == 0 ? 0 : ends[s - 1])) {
        throw new InputException(
            Place.UNKNOWN,
            "subclass %s has no neuron: its share of %s inhibitory neurons is less than half of one"
                .formatted(name, neurons));
      }
      if (!name.matches("[^\\s;()@=]+") || Genotype.CELLS.contains(name)) {
        throw new InputException(
            Place.UNKNOWN,
            "name of a subclass must be one word and none of all, excitatory and inhibitory, but was "
                + Names.quoted(name));
      }
      if (!names.add(name)) {
        throw new InputException(
            Place.UNKNOWN, "two subclasses have the name " + Names.quoted(name));
      }
      for (String parameter : subclass.factors.keySet()) {
        if (!parameters.contains(parameter)) {
          throw new InputException(
              Place.UNKNOWN,
              "subclass %s: %s"
                  .formatted(
                      name,
                      Names.unknown("parameter of inhibitory neurons", parameter, parameters)));
        }
      }
    }
    weights(subclasses, neurons);
  }

  /** All neurons of a class as one. */
  static Subclass whole(CellClass cellClass) {
    return new Subclass(NetworkAssembly.word(cellClass), 1, 1, 1, Map.of());
  }

  /** Their names, in their order. */
  public static List<String> names(List<Subclass> subclasses) {
    return subclasses.stream().map(Subclass::name).toList();
  }

  /** One after the last neuron of each, in their order. */
  static int[] ends(List<Subclass> subclasses, int neurons) {
    double shares = subclasses.stream().mapToDouble(Subclass::share).sum();
    double passed = 0;
    int[] ends = new int[subclasses.size()];
    for (int s = 0; s < ends.length; s++) {
      passed += subclasses.get(s).share;
      ends[s] = (int) Math.round(neurons * passed / shares);
    }
    return ends;
  }

  /** The weights of a neuron of each. */
  static List<Weights> weights(List<Subclass> subclasses, int neurons) {
    int[] ends = ends(subclasses, neurons);
    double perisomatic = unit("perisomatic", subclasses, ends, Subclass::perisomaticWeight);
    double dendritic = unit("dendritic", subclasses, ends, Subclass::dendriticWeight);
    return subclasses.stream()
        .map(s -> new Weights(s.perisomaticWeight / perisomatic, s.dendriticWeight / dendritic))
        .toList();
  }

  /** The weight that is scaled to 1; equal weights are divided by themselves. */
  private static double unit(
      String kind, List<Subclass> subclasses, int[] ends, ToDoubleFunction<Subclass> weight) {
    double largest = subclasses.stream().mapToDouble(weight).max().orElse(0);
    double sum = 0; // relative to the largest, so that equal weights add up to a whole number
    for (int s = 0; s < ends.length && largest > 0; s++) {
      int own = ends[s] - (s == 0 ? 0 : ends[s - 1]);
      sum += own * (weight.applyAsDouble(subclasses.get(s)) / largest);
    }
    if (!(sum > 0)) {
      throw new InputException(
          Place.UNKNOWN, "the %s weight of every inhibitory neuron is 0".formatted(kind));
    }
    return largest * (sum / ends[ends.length - 1]);
  }
}
