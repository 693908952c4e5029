package org.capgate.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.network.wiring.Sheet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.jspecify.annotations.Nullable;

/**
 * A network of individual neurons as immutable data: who is simulated, how many neurons, how they
 * differ and how they are wired.
 *
 * <pre>{@code
 * Network network = Network.of(Scenario.mouse().treatment(ketamine).build())
 *     .neurons(2000).synapsesPerNeuron(100).seed(1)
 *     .mosaic(Genotype.knockout(EBP2).in(INHIBITORY), 0.3)
 *     .build();
 * Trajectory run = network.simulate(TimeSpan.days(0, 7), Sampling.everyHours(1));
 * System.out.println(Readout.MOOD.at(run, 24));
 * }</pre>
 */
public final class Network {
  /** Most neurons a network can have. */
  public static final int MOST_NEURONS = 20_000_000;

  private final Scenario scenario;
  private final int excitatory;
  private final int inhibitory;
  private final int synapsesPerNeuron;
  private final long seed;
  private final Heterogeneity heterogeneity;
  private final InputNoise noise;
  private final WiringKind wiring;
  private final @Nullable Sheet sheet;
  private final List<Mosaic> mosaics;
  private final List<Subclass> subclasses;
  private final RangeExecutor executor;
  private final double relativeTolerance;

  /** How neurons are wired. */
  public enum WiringKind {
    /** The same number of sources for every neuron. */
    FIXED_IN_DEGREE,
    /** Every pair with the same probability. */
    ERDOS_RENYI,
    /** More probable the closer neurons lie on the sheet. */
    SHEET
  }

  /**
   * An edit of genes in some of the neurons only. Each neuron has one number that decides for all
   * mosaics, so of two mosaics the neurons of the smaller fraction are among those of the larger.
   *
   * @param genotype factors on protein totals
   * @param fraction of the neurons of each class, or of the subclass, that it changes, in [0, 1]
   * @param subclass of inhibitory neurons that alone it concerns; null: whole classes
   */
  public record Mosaic(Genotype genotype, double fraction, @Nullable String subclass) {
    public Mosaic {
      Settings.require("fraction of a mosaic", fraction, 0, 1);
    }

    /** In whole classes. */
    public Mosaic(Genotype genotype, double fraction) {
      this(genotype, fraction, null);
    }

    private String text() {
      String neurons = subclass == null ? "" : " of " + subclass + " neurons";
      return genotype.text() + " in " + fraction + neurons;
    }
  }

  private Network(Builder builder) {
    scenario = builder.scenario;
    Settings.require("number of neurons", builder.neurons, 10, MOST_NEURONS);
    Settings.require("share of excitatory neurons", builder.excitatoryShare, 0.01, 0.99);
    excitatory = (int) Math.round(builder.neurons * builder.excitatoryShare);
    inhibitory = builder.neurons - excitatory;
    synapsesPerNeuron = builder.synapsesPerNeuron;
    Settings.require("synapses per neuron", synapsesPerNeuron, 2, builder.neurons - 2);
    if (inhibitory < 2 || excitatory < 2) {
      throw new InputException(
          Place.UNKNOWN,
          "a network needs at least 2 neurons of each class, but was to have "
              + excitatory
              + " and "
              + inhibitory);
    }
    seed = builder.seed;
    heterogeneity = builder.heterogeneity;
    noise = builder.noise;
    wiring = builder.wiring;
    sheet = builder.sheet;
    subclasses = List.copyOf(builder.subclasses);
    mosaics = List.copyOf(builder.mosaics);
    executor = builder.executor;
    relativeTolerance = builder.relativeTolerance;
    if (!subclasses.isEmpty()) {
      List<String> parameters =
          NetworkKernels.of(scenario.mechanisms()).factored(CellClass.INHIBITORY);
      Subclass.check(subclasses, inhibitory, parameters);
    }
    MosaicPart.check(this);
  }

  /** Starts a network of the scenario's subject: its genotype, stress, treatment and parameters. */
  public static Builder of(Scenario scenario) {
    return new Builder(scenario);
  }

  /**
   * Wires and settles the network, ready to be run from a time on.
   *
   * @throws InputException when it needs more memory than Java may take
   */
  public NetworkSimulation start(double startHours) {
    MemoryNeed.of(this).require(Runtime.getRuntime().maxMemory());
    scenario.treatment().requireStart(startHours);
    return new NetworkSimulation(this, TimeGrid.rounded(startHours));
  }

  /** Wires and settles the network and runs it. */
  public Trajectory simulate(TimeSpan span, Sampling sampling) {
    scenario.treatment().requireWithin(span);
    return start(span.startHours()).run(span.endHours(), sampling.timesHours(span));
  }

  /** Who is simulated. */
  public Scenario scenario() {
    return scenario;
  }

  /** Number of excitatory neurons. */
  public int excitatory() {
    return excitatory;
  }

  /** Number of inhibitory neurons. */
  public int inhibitory() {
    return inhibitory;
  }

  /** Number of neurons of a class. */
  int neurons(CellClass cellClass) {
    return cellClass == CellClass.EXCITATORY ? excitatory : inhibitory;
  }

  /** Number of neurons of a subclass. */
  int neurons(String subclass) {
    int at = Subclass.names(subclasses).indexOf(subclass);
    int[] ends = Subclass.ends(subclasses, inhibitory);
    return ends[at] - (at == 0 ? 0 : ends[at - 1]);
  }

  /** Mean number of synapses of a neuron from a class, which has no more neurons than that. */
  int inDegree(CellClass target, CellClass source) {
    int sources = neurons(source);
    double share = (double) synapsesPerNeuron * sources / (excitatory + inhibitory);
    int candidates = target == source ? sources - 1 : sources;
    return Math.min(Math.max(1, (int) Math.round(share)), candidates);
  }

  /** Mean number of synapses onto a neuron. */
  public int synapsesPerNeuron() {
    return synapsesPerNeuron;
  }

  /** Key of all random numbers. */
  public long seed() {
    return seed;
  }

  /** How neurons differ. */
  public Heterogeneity heterogeneity() {
    return heterogeneity;
  }

  InputNoise noise() {
    return noise;
  }

  WiringKind wiring() {
    return wiring;
  }

  List<Mosaic> mosaics() {
    return mosaics;
  }

  /**
   * What mosaics change: for each of their genes and classes or subclasses, in how many neurons.
   */
  public List<MosaicPart> mosaicParts() {
    return mosaics.stream().flatMap(mosaic -> MosaicPart.of(mosaic, this).stream()).toList();
  }

  /** Kinds of inhibitory neurons; none where they are all of one. */
  public List<Subclass> subclasses() {
    return subclasses;
  }

  RangeExecutor executor() {
    return executor;
  }

  double relativeTolerance() {
    return relativeTolerance;
  }

  /** Where neurons lie. */
  Sheet sheet() {
    // 1000 neurons per square millimetre of a sheet, unless another was given
    double side = 1000 * Math.sqrt((excitatory + inhibitory) / 1000.0);
    return sheet == null ? new Sheet(side, side, Sheet.Edges.PERIODIC) : sheet;
  }

  /** What a result must say about where it came from. */
  public Map<String, String> provenance() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("scenario", scenario.hash());
    lines.put("species", scenario.species().word());
    lines.put("genotype", scenario.genotype().text());
    lines.put("treatment", scenario.treatment().text());
    lines.put("neurons", excitatory + " excitatory, " + inhibitory + " inhibitory");
    lines.put("synapses per neuron", Integer.toString(synapsesPerNeuron));
    lines.put("wiring", wiring.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    lines.putAll(heterogeneity.provenance());
    for (Mosaic mosaic : mosaics) {
      lines.merge("mosaic", mosaic.text(), (a, b) -> a + "; " + b);
    }
    if (!subclasses.isEmpty()) {
      lines.put(
          "subclasses", String.join(", ", subclasses.stream().map(Subclass::toString).toList()));
    }
    if (noise.deviation() > 0) {
      lines.put("input noise", noise.deviation() + " over " + noise.correlationHours() + " h");
    }
    lines.put("seed", Long.toString(seed));
    lines.put("integrator", "ROS34PW2, relative tolerance " + relativeTolerance);
    return Collections.unmodifiableMap(lines);
  }

  /** The network in words. */
  @Override
  public String toString() {
    return "network of %s neurons (%s excitatory, %s inhibitory) with %s synapses each, seed %s: %s"
        .formatted(
            excitatory + inhibitory, excitatory, inhibitory, synapsesPerNeuron, seed, scenario);
  }

  /** Sixteen hexadecimal digits that are equal for networks made from the same numbers. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(provenance().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Changes a network before it is made; every part has a default. */
  public static final class Builder {
    private final Scenario scenario;
    private int neurons = 2000;
    private double excitatoryShare = 0.8;
    private int synapsesPerNeuron = 100;
    private long seed;
    private Heterogeneity heterogeneity = Heterogeneity.standard();
    private InputNoise noise = InputNoise.none();
    private WiringKind wiring = WiringKind.FIXED_IN_DEGREE;
    private @Nullable Sheet sheet;
    private final List<Mosaic> mosaics = new ArrayList<>();
    private List<Subclass> subclasses = List.of();
    private RangeExecutor executor = RangeExecutor.serial();
    private double relativeTolerance = 1e-4;

    private Builder(Scenario scenario) {
      this.scenario = scenario;
    }

    /** Number of neurons, 2000 by default. */
    public Builder neurons(int number) {
      neurons = number;
      return this;
    }

    /** Share of excitatory neurons, 0.8 by default. */
    public Builder excitatoryShare(double share) {
      excitatoryShare = share;
      return this;
    }

    /**
     * Synapses onto each neuron, 100 by default, from excitatory and inhibitory neurons as they are
     * numerous. Weights of a neuron's synapses of one kind add up to 1.
     */
    public Builder synapsesPerNeuron(int number) {
      synapsesPerNeuron = number;
      return this;
    }

    /** Key of all random numbers, 0 by default. */
    public Builder seed(long key) {
      seed = key;
      return this;
    }

    /** How neurons differ; {@link Heterogeneity#standard()} by default. */
    public Builder heterogeneity(Heterogeneity spread) {
      heterogeneity = spread;
      return this;
    }

    /** Slow input noise; none by default. */
    public Builder noise(InputNoise slow) {
      noise = slow;
      return this;
    }

    /** How neurons are wired; the same in-degree for all by default. */
    public Builder wiring(WiringKind kind) {
      wiring = kind;
      return this;
    }

    /** Where neurons lie; a periodic square with 1000 neurons per mm² by default. */
    public Builder sheet(Sheet place) {
      sheet = place;
      return this;
    }

    /**
     * An edit in a random fraction of the neurons of each class it concerns, lifelong; the nearest
     * whole number of neurons. May be repeated for other genes or classes: of two mosaics the
     * neurons of the smaller fraction are among those of the larger. A gene of a class is stated
     * once, and not where the scenario's genotype lacks it.
     */
    public Builder mosaic(Genotype genotype, double fraction) {
      return mosaic(new Mosaic(genotype, fraction));
    }

    /**
     * The same in a random fraction of the neurons of a subclass of inhibitory neurons, 1 for all
     * of them; the genotype must leave excitatory neurons alone.
     */
    public Builder mosaic(Genotype genotype, double fraction, String subclass) {
      return mosaic(new Mosaic(genotype, fraction, subclass));
    }

    /** The same. */
    public Builder mosaic(Mosaic mosaic) {
      mosaics.add(mosaic);
      return this;
    }

    /** What a genotype edits in all neurons of single subclasses. */
    public Builder ofSubclasses(GenotypeOfSubclasses edits) {
      edits.ofSubclasses().forEach((name, genotype) -> mosaic(genotype, 1, name));
      return this;
    }

    /** Subclasses of inhibitory neurons; none by default. */
    public Builder subclasses(List<Subclass> ofInhibitory) {
      subclasses = ofInhibitory;
      return this;
    }

    /** Who does the work; the calling thread by default. Results do not depend on it. */
    public Builder executor(RangeExecutor worker) {
      executor = worker;
      return this;
    }

    /** Error per step relative to each variable, 1e-4 by default. */
    public Builder relativeTolerance(double tolerance) {
      relativeTolerance = Settings.require("relative tolerance", tolerance, 1e-12, 0.1);
      return this;
    }

    /**
     * The network.
     *
     * @throws InputException naming a number that does not fit
     */
    public Network build() {
      return new Network(this);
    }
  }
}
