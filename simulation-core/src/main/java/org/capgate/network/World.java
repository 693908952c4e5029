package org.capgate.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.capgate.equations.Symbol;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.ModelParts;
import org.capgate.treatment.CellClass;

/** The arrays of a network, seen as neurons. */
final class World implements NetworkView {
  private final Network network;
  private final NetworkEquations equations;
  private final double[][] stimulus; // [class][neuron]
  private final double[] switchLevel; // [class] eIF4F
  private final List<double[]> rewirings = new ArrayList<>();
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

  void at(double hours, NeuronField present) {
    tHours = hours;
    state = present;
  }

  /** eIF4F, relative to its mean in the untreated wild type, at which a switch counts as on. */
  private static final double ON = 1.5;

  /** Takes the levels of eIF4F above which a switch counts as on from the references. */
  void keepThresholds() {
    for (CellGroup group : equations.groups) {
      String rest = ModelParts.quantity("eif4fRest", group.cellClass, "");
      switchLevel[group.cellClass.ordinal()] = ON * shared(group, rest);
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
    int[] chosen = neurons.of(this).stream().toArray();
    double[] rewiring = new double[chosen.length + 2];
    rewiring[0] = fraction;
    rewiring[1] = Double.longBitsToDouble(seed);
    for (int i = 0; i < chosen.length; i++) {
      rewiring[2 + i] = chosen[i];
    }
    repeatRewiring(rewiring);
  }

  /** What was rewired so far: fraction, bits of the seed, neurons. */
  List<double[]> rewirings() {
    return rewirings;
  }

  void repeatRewiring(double[] rewiring) {
    BitSet chosen = new BitSet();
    for (int i = 2; i < rewiring.length; i++) {
      chosen.set((int) rewiring[i]);
    }
    long seed = Double.doubleToRawLongBits(rewiring[1]);
    for (int g = 0; g < equations.groups.length; g++) {
      BitSet own = chosen.get(first(g), first(g) + equations.groups[g].neurons);
      for (int s = 0; s < equations.groups.length; s++) {
        equations.replaceSynapses(g, s, equations.synapses(g, s).rewired(own, rewiring[0], seed));
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
      return free / (shared(group, "eif4gDissociationMicromolar") + free) >= switchLevel[g];
    }

    @Override
    public double geneFactor(Gene gene) {
      return group.input(ModelParts.geneFactor(gene, group.cellClass))[own];
    }

    @Override
    public void scaleGene(Gene gene, double factor) {
      group.input(ModelParts.geneFactor(gene, group.cellClass))[own] *=
          Settings.require("factor of " + gene.word(), factor, 0, 1e6);
    }

    @Override
    public void setDrive(double drive) {
      drive(g)[own] += Settings.require("drive", drive, -1e6, 1e6) - stimulus[g][own];
      stimulus[g][own] = drive;
    }

    @Override
    public boolean isLesioned() {
      return group.alive[own] == 0;
    }
  }
}
