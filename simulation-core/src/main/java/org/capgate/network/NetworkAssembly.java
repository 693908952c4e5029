package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.capgate.equations.Symbol;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ModelParts;
import org.capgate.model.MoodModel;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.DistanceProfile;
import org.capgate.network.wiring.Projection;
import org.capgate.network.wiring.SynapseRows;
import org.capgate.network.wiring.Wiring;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Laboratory;
import org.capgate.treatment.CellClass;

/** Makes the arrays of a network: neurons with what they own, the tissue, and the wiring. */
final class NetworkAssembly {
  static final int SCRATCH_ARRAYS = 48;

  /** Targets wired at once. */
  private static final int ROWS = 4096;

  private final Network network;
  private final MoodModel model;
  private final double[] parameters;
  private final double[] settled;
  final NetworkKernels kernels;
  final CellGroup[] groups;
  final double[] tissueShared;
  final Connectivity[][] synapses;
  final NeuronField initial;

  NetworkAssembly(Network network) {
    this.network = network;
    Laboratory laboratory = network.scenario().laboratory();
    model = laboratory.model();
    double stress = network.scenario().stress().level();
    parameters = laboratory.parameters(network.scenario().genotype(), stress);
    settled = network.scenario().settled().state();
    kernels = NetworkKernels.of(network.scenario().mechanisms());
    CellClass[] classes = CellClass.values();
    groups = new CellGroup[classes.length];
    int[] variables = new int[classes.length];
    int[] neurons = new int[classes.length];
    for (CellClass own : classes) {
      int g = own.ordinal();
      neurons[g] = own == CellClass.EXCITATORY ? network.excitatory() : network.inhibitory();
      groups[g] = group(own, neurons[g]);
      variables[g] = groups[g].kernel.variables();
    }
    tissueShared = new double[kernels.tissue.sharedLength()];
    fill(tissueShared, kernels.tissue.layout().parameters(), Map.of());
    synapses = wire();
    initial = new NeuronField(variables, neurons, kernels.tissue.variables());
    initialise();
  }

  private double parameter(String name) {
    return parameters[model.parameterIndex(name)];
  }

  private void fill(double[] shared, List<Symbol> symbols, Map<String, Double> factors) {
    for (int i = 0; i < symbols.size(); i++) {
      String name = symbols.get(i).name();
      shared[i] = parameter(name) * factors.getOrDefault(name, 1.0);
    }
  }

  private CellGroup group(CellClass own, int neurons) {
    CellGroup group = new CellGroup(own, kernels.cell(own), neurons, SCRATCH_ARRAYS);
    List<Subclass> subclasses =
        own == CellClass.INHIBITORY && !network.subclasses().isEmpty()
            ? network.subclasses()
            : List.of(Subclass.whole(own));
    int[] ends = Subclass.ends(subclasses, neurons);
    List<Subclass.Weights> weights = Subclass.weights(subclasses, neurons);
    String threshold = ModelParts.threshold(own);
    int from = 0;
    for (int s = 0; s < ends.length; s++) {
      Subclass subclass = subclasses.get(s);
      double[] shared = new double[group.kernel.sharedLength()];
      fill(shared, group.kernel.layout().parameters(), subclass.factors());
      group.ranges.add(
          new CellGroup.Subrange(subclass.name(), from, ends[s], weights.get(s), shared));
      double mean = parameter(threshold) * subclass.factors().getOrDefault(threshold, 1.0);
      Arrays.fill(group.input(threshold), from, ends[s], mean);
      from = ends[s];
    }
    group.lesion(new boolean[neurons]);
    diversify(group);
    return group;
  }

  static String word(CellClass own) {
    return own == CellClass.EXCITATORY ? "excitatory" : "inhibitory";
  }

  /** Draws what differs between neurons. */
  private void diversify(CellGroup group) {
    Heterogeneity spread = network.heterogeneity();
    CellClass own = group.cellClass;
    for (Gene gene : Gene.values()) {
      double[] factor = group.input(Genotype.symbol(gene, own).name());
      double lifelong = network.scenario().genotype().scaleOf(gene, own);
      for (int i = 0; i < group.neurons; i++) {
        factor[i] = lifelong * logNormal(spread.totals(), i, "total of " + gene.word(), own);
      }
    }
    double[] thresholds = group.input(ModelParts.threshold(own));
    double[] drives = group.input(ModelParts.ownDrive(own));
    for (int i = 0; i < group.neurons; i++) {
      thresholds[i] *= logNormal(spread.thresholds(), i, "mTORC1 threshold", own);
      drives[i] =
          spread.excitability() == 0
              ? 0
              : spread.excitability() * stream(i, "excitability", own).nextGaussian();
    }
  }

  private RandomStream stream(int neuron, String purpose, CellClass own) {
    return RandomStream.of(network.seed(), 0, neuron, purpose + " of " + word(own) + " neurons");
  }

  /** Mean 1. */
  private double logNormal(double deviation, int neuron, String purpose, CellClass own) {
    return deviation == 0
        ? 1
        : StrictMath.exp(
            deviation * stream(neuron, purpose, own).nextGaussian() - deviation * deviation / 2);
  }

  private Connectivity[][] wire() {
    Connectivity[][] all = new Connectivity[groups.length][groups.length];
    for (int target = 0; target < groups.length; target++) {
      for (int source = 0; source < groups.length; source++) {
        int sources = groups[source].neurons;
        Projection projection =
            new Projection(
                word(groups[target].cellClass),
                groups[target].neurons,
                word(groups[source].cellClass),
                sources);
        int share = network.inDegree(groups[target].cellClass, groups[source].cellClass);
        all[target][source] = connect(wiring(share, projection), projection);
      }
    }
    return all;
  }

  private Wiring wiring(int inDegree, Projection projection) {
    return switch (network.wiring()) {
      case FIXED_IN_DEGREE -> Wiring.fixedInDegree(inDegree);
      case ERDOS_RENYI -> Wiring.erdosRenyi((double) inDegree / projection.candidates());
      case SHEET ->
          Wiring.onSheet(
              network.sheet(), DistanceProfile.gaussian(SHEET_LENGTH_MICROMETRES), inDegree);
    };
  }

  /** ASSUMED: 100 to 300 µm, reach of local connections of cortex. */
  private static final double SHEET_LENGTH_MICROMETRES = 200;

  private Connectivity connect(Wiring wiring, Projection projection) {
    Wiring.Rows rows = wiring.prepare(projection, network.seed());
    int pieces = (projection.targets() + ROWS - 1) / ROWS;
    SynapseRows[] made = new SynapseRows[pieces];
    network
        .executor()
        .run(
            pieces,
            piece -> {
              int from = piece * ROWS;
              made[piece] = rows.make(from, Math.min(projection.targets(), from + ROWS));
            });
    return Connectivity.join(projection, new ArrayList<>(List.of(made)));
  }

  private void initialise() {
    for (int g = 0; g < groups.length; g++) {
      List<Symbol> symbols = groups[g].kernel.layout().variables();
      for (int v = 0; v < symbols.size(); v++) {
        Arrays.fill(initial.cells[g][v], settled[model.layout().variable(symbols.get(v).name())]);
      }
    }
    List<Symbol> tissue = kernels.tissue.layout().variables();
    for (int v = 0; v < tissue.size(); v++) {
      initial.tissue[v] = settled[model.layout().variable(tissue.get(v).name())];
    }
    for (CellGroup.Subrange range : groups[CellClass.INHIBITORY.ordinal()].ranges) {
      CellGroup group = groups[CellClass.INHIBITORY.ordinal()];
      int rest = group.kernel.layout().parameter("restRateInhibitoryHertz");
      double factor = range.shared()[rest] / parameter("restRateInhibitoryHertz");
      double[] rates =
          initial
              .cells[CellClass.INHIBITORY.ordinal()][
              group.kernel.layout().variable("rateInhibitoryHertz")];
      for (int i = range.from(); i < range.to(); i++) {
        rates[i] *= factor;
      }
    }
  }

  /** Scales the totals of the neurons a mosaic selects. */
  void mosaic(Network.Mosaic mosaic, NetworkView world) {
    for (CellClass own : CellClass.values()) {
      CellGroup group = groups[own.ordinal()];
      int first = world.first(own);
      for (Gene gene : Gene.values()) {
        double scale = mosaic.genotype().scaleOf(gene, own);
        double[] factor = group.input(Genotype.symbol(gene, own).name());
        if (scale != 1) {
          chosen(mosaic, own).of(world).stream().forEach(i -> factor[i - first] *= scale);
        }
      }
    }
  }

  private static Selection chosen(Network.Mosaic mosaic, CellClass own) {
    String subclass = mosaic.subclass();
    Selection whole = subclass == null ? Selection.ofClass(own) : Selection.ofSubclass(subclass);
    return whole.fraction(mosaic.fraction(), "mosaic");
  }
}
