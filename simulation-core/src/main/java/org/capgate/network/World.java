package org.capgate.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.capgate.equations.Symbol;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.ModelParts;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.Sheet;
import org.capgate.treatment.CellClass;

/** The arrays of a network, seen as neurons. */
final class World implements NetworkView {
  private final Network network;
  private final NetworkEquations equations;
  private final double[][] stimulus; // [class][neuron]
  private final double[] switchLevel; // [class] eIF4F
  private final List<Rewiring> rewirings = new ArrayList<>();
  private boolean isChanged; // whether the next step has to evaluate anew
  private boolean isOnlyLookedAt;
  private double tHours;
  private NeuronField state;

  World(Network network, NetworkEquations equations) {
    this.network = network;
    this.equations = equations;
    this.stimulus = new double[equations.groups.length][];
    this.switchLevel = new double[equations.groups.length];
    for (int g = 0; g < stimulus.length; g++) {
      stimulus[g] = new double[equations.groups[g].neurons];
    }
    state = new NeuronField(new int[0], new int[0], 0);
  }

  /** Sources moved to others, to be done again when a saved network is restored. */
  private record Rewiring(double fraction, long seed, BitSet neurons) {}

  /** Shows a state to be read and changed. */
  void at(double hours, NeuronField present) {
    tHours = hours;
    state = present;
    isOnlyLookedAt = false;
  }

  /** Shows a state to be read; what would change it is refused. */
  void look(double hours, NeuronField sample) {
    at(hours, sample);
    isOnlyLookedAt = true;
  }

  /** Whether something was changed that the last evaluation did not see. */
  boolean isChanged() {
    return isChanged;
  }

  void markChanged() {
    isChanged = true;
  }

  private void requireChangeable() {
    if (isOnlyLookedAt) {
      throw new IllegalStateException("a collector only looks at a network: change it by a rule");
    }
  }

  void changesAreSeen() {
    isChanged = false;
  }

  int classes() {
    return equations.groups.length;
  }

  /** What was done to the network; the arrays of its neurons are saved by their owners. */
  void save(NetworkState out) {
    NetworkState.Part own = out.part("world");
    own.put("isChanged", isChanged ? 1 : 0);
    for (int g = 0; g < classes(); g++) {
      out.part(NetworkAssembly.word(equations.groups[g].cellClass)).put("stimulus", stimulus[g]);
    }
    own.put("rewirings", rewirings.size());
    for (int r = 0; r < rewirings.size(); r++) {
      NetworkState.Part rewiring = own.part("rewiring " + r);
      rewiring.put("fraction", rewirings.get(r).fraction);
      rewiring.put("seed", rewirings.get(r).seed);
      rewiring.put("neurons", rewirings.get(r).neurons.stream().mapToLong(i -> i).toArray());
    }
  }

  void restore(NetworkState in) {
    NetworkState.Part own = in.part("world");
    isChanged = own.count("isChanged") != 0;
    for (int g = 0; g < classes(); g++) {
      in.part(NetworkAssembly.word(equations.groups[g].cellClass)).copyTo("stimulus", stimulus[g]);
    }
    for (int r = rewirings.size(); r < own.count("rewirings"); r++) {
      NetworkState.Part rewiring = own.part("rewiring " + r);
      BitSet neurons = new BitSet();
      for (long neuron : rewiring.counts("neurons")) {
        neurons.set((int) neuron);
      }
      rewire(new Rewiring(rewiring.number("fraction"), rewiring.count("seed"), neurons));
    }
  }

  /** eIF4F, relative to its mean in the untreated wild type, at which a switch counts as on. */
  private static final double ON = 1.5;

  private static final String EIF4G_DISSOCIATION = "eif4gDissociationMicromolar";

  /** Takes the levels of eIF4F above which a switch counts as on from the untreated wild type. */
  void keepThresholds() {
    for (int g = 0; g < classes(); g++) {
      CellGroup group = equations.groups[g];
      String freeEif4e = group.kernel.layout().variables().get(equations.freeIndex(g)).name();
      double free = network.scenario().laboratory().untreatedWildType(freeEif4e);
      switchLevel[g] = ON * free / (shared(group, EIF4G_DISSOCIATION) + free);
    }
  }

  private static double shared(CellGroup group, String parameter) {
    return group.ranges.get(0).shared()[group.kernel.layout().parameter(parameter)];
  }

  double[] stimulus(int group) {
    return stimulus[group];
  }

  double[] drive(int group) {
    CellGroup cells = equations.groups[group];
    return cells.input(ModelParts.ownDrive(cells.cellClass));
  }

  int first(int group) {
    return group == 0 ? 0 : first(group - 1) + equations.groups[group - 1].neurons;
  }

  @Override
  public double tHours() {
    return tHours;
  }

  @Override
  public long seed() {
    return network.seed();
  }

  @Override
  public int neurons() {
    return network.excitatory() + network.inhibitory();
  }

  @Override
  public int neurons(CellClass cellClass) {
    return equations.groups[cellClass.ordinal()].neurons;
  }

  @Override
  public int first(CellClass cellClass) {
    return first(cellClass.ordinal());
  }

  @Override
  public Neuron neuron(int index) {
    Settings.require("number of a neuron", index, 0, neurons() - 1);
    int group = 0;
    int own = index;
    while (own >= equations.groups[group].neurons) {
      own -= equations.groups[group].neurons;
      group++;
    }
    return new Cell(index, group, own);
  }

  @Override
  public double readout(String quantity) {
    int index = equations.tissue.kernel.layout().readout(quantity);
    equations.shareAndObserve(tHours, state);
    return equations.readouts(state)[index];
  }

  @Override
  public double tissue(String name) {
    List<String> known = equations.tissue.states().stream().map(Symbol::name).toList();
    int index = known.indexOf(name);
    if (index < 0) {
      throw new InputException(Place.UNKNOWN, Names.unknown("state of the tissue", name, known));
    }
    return state.tissue[index];
  }

  @Override
  public boolean has(String quantity) {
    return equations.tissue.kernel.layout().readouts().stream()
        .anyMatch(readout -> readout.name().equals(quantity));
  }

  @Override
  public double[] values(String stem, CellClass cellClass) {
    int g = cellClass.ordinal();
    CellGroup group = equations.groups[g];
    double[] out = new double[group.neurons];
    int variable = variable(group, stem);
    if (variable >= 0) {
      System.arraycopy(state.cells[g][variable], 0, out, 0, out.length);
      return out;
    }
    int readout = readout(group, stem);
    for (CellGroup.Subrange range : group.ranges) {
      group
          .kernel
          .readouts()
          .run(
              range.from(),
              range.to(),
              group.view(state.cells[g], new double[0][]),
              range.shared(),
              group.scratch);
    }
    System.arraycopy(group.scratch[readout], 0, out, 0, out.length);
    return out;
  }

  private static int variable(CellGroup group, String stem) {
    List<Symbol> variables = group.kernel.layout().variables();
    for (int v = 0; v < variables.size(); v++) {
      if (stem.equals(stem(variables.get(v).name()))) {
        return v;
      }
    }
    return -1;
  }

  private static int readout(CellGroup group, String stem) {
    List<Symbol> readouts = group.kernel.layout().readouts();
    List<String> known = new ArrayList<>();
    for (int r = 0; r < readouts.size(); r++) {
      String name = stem(readouts.get(r).name().replace("Observed", ""));
      if (name.equals(stem)) {
        return r;
      }
      known.add(name);
    }
    for (Symbol variable : group.kernel.layout().variables()) {
      known.add(stem(variable.name()));
    }
    throw new InputException(Place.UNKNOWN, Names.unknown("quantity of a neuron", stem, known));
  }

  private static String stem(String name) {
    return name.replaceAll("(Excitatory|Inhibitory)|(Hertz|Micromolar)$", "");
  }

  @Override
  public Sheet sheet() {
    return network.sheet();
  }

  @Override
  public double[] placeMicrometres(int neuron) {
    Cell cell = (Cell) neuron(neuron);
    return sheet()
        .placeMicrometres(network.seed(), NetworkAssembly.word(cell.cellClass()), cell.own);
  }

  @Override
  public void lesion(Selection neurons) {
    requireChangeable();
    markChanged();
    BitSet chosen = neurons.of(this);
    for (int g = 0; g < equations.groups.length; g++) {
      CellGroup group = equations.groups[g];
      boolean[] lesioned = new boolean[group.neurons];
      for (int i = 0; i < lesioned.length; i++) {
        lesioned[i] = chosen.get(first(g) + i);
      }
      group.lesion(lesioned);
    }
  }

  @Override
  public void rewire(Selection neurons, double fraction, long seed) {
    requireChangeable();
    markChanged();
    rewire(new Rewiring(fraction, seed, (BitSet) neurons.of(this).clone()));
  }

  private void rewire(Rewiring rewiring) {
    for (int g = 0; g < equations.groups.length; g++) {
      BitSet own = rewiring.neurons.get(first(g), first(g) + equations.groups[g].neurons);
      for (int s = 0; s < equations.groups.length; s++) {
        Connectivity before = equations.synapses(g, s);
        equations.replaceSynapses(g, s, before.rewired(own, rewiring.fraction, rewiring.seed));
      }
    }
    rewirings.add(rewiring);
  }

  private final class Cell implements Neuron {
    private final int index;
    private final int g;
    private final int own;
    private final CellGroup group;

    Cell(int index, int g, int own) {
      this.index = index;
      this.g = g;
      this.own = own;
      this.group = equations.groups[g];
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public CellClass cellClass() {
      return group.cellClass;
    }

    @Override
    public String subclass() {
      return group.rangeOf(own).name();
    }

    @Override
    public double value(String stem) {
      int variable = variable(group, stem);
      if (variable >= 0) {
        return state.cells[g][variable][own];
      }
      int readout = readout(group, stem);
      group
          .kernel
          .readouts()
          .run(
              own,
              own + 1,
              group.view(state.cells[g], new double[0][]),
              group.rangeOf(own).shared(),
              group.scratch);
      return group.scratch[readout][own];
    }

    @Override
    public double rateHertz() {
      return isLesioned() ? 0 : state.cells[g][equations.rateIndex(g)][own];
    }

    @Override
    public boolean isSwitchedOn() {
      double free = state.cells[g][equations.freeIndex(g)][own];
      return free / (shared(group, EIF4G_DISSOCIATION) + free) >= switchLevel[g];
    }

    @Override
    public double geneFactor(Gene gene) {
      return group.input(Genotype.symbol(gene, group.cellClass).name())[own];
    }

    @Override
    public void scaleGene(Gene gene, double factor) {
      requireChangeable();
      markChanged();
      group.input(Genotype.symbol(gene, group.cellClass).name())[own] *=
          Settings.require("factor of " + gene.word(), factor, 0, 1e6);
    }

    @Override
    public void setDrive(double drive) {
      requireChangeable();
      markChanged();
      drive(g)[own] += Settings.require("drive", drive, -1e6, 1e6) - stimulus[g][own];
      stimulus[g][own] = drive;
    }

    @Override
    public boolean isLesioned() {
      return group.alive[own] == 0;
    }
  }
}
