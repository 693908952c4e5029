package org.capgate.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capgate.equations.EquationPart;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Part;
import org.capgate.equations.Statement;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/**
 * The one statement cut into what one neuron of each class owns and what all share, for networks of
 * individual neurons. No equation is written here: each part holds the equations of the statement
 * unchanged.
 *
 * <p>A neuron sees the shared tissue and its two synaptic inputs as inputs. In the mean field a
 * synaptic input is an expression of the mean source neuron; in a network it is the sum of that
 * same expression, evaluated in each source neuron, over the synapses of the target. The tissue
 * sees population means of what neurons own.
 */
public final class ModelParts {
  /** What stands behind the name of a synaptic input where a source neuron states its share. */
  private static final String SIGNAL = "Signal";

  /** What stands behind the name of a quantity of which the tissue sees the mean. */
  private static final String OBSERVED = "Observed";

  private static final Set<Kind> NOT_OF_NEURONS = Set.of(Kind.READOUT, Kind.REFERENCE);

  private final EquationSystem whole;
  private final EquationSystem tissue;
  private final Map<CellClass, EquationSystem> cells = new EnumMap<>(CellClass.class);

  /** Cuts the statement of {@link ModelEquations}. */
  public ModelParts(EquationSystem whole) {
    this.whole = whole;
    tissue =
        EquationPart.of(whole, "tissue")
            .owning(symbol -> symbol.kind() == Kind.READOUT || symbol.part() == Part.TISSUE)
            .build();
    for (CellClass own : CellClass.values()) {
      cells.put(own, neuron(own));
    }
  }

  private EquationSystem neuron(CellClass own) {
    EquationPart part =
        EquationPart.of(whole, "neuron " + own.suffix())
            .owning(
                symbol ->
                    symbol.part() == SymbolFacts.part(own)
                        && !NOT_OF_NEURONS.contains(symbol.kind()))
            .statingAgain(this::isConstant)
            .withParameterAsInput(threshold(own))
            .adding(
                ownDrive(own),
                "own excitability, noise and stimulation of one neuron",
                drugEffect(Drugs.excitability(own)));
    for (Gene gene : Gene.values()) {
      part.withParameterAsInput(Genotype.symbol(gene, own).name());
    }
    for (CellClass target : CellClass.values()) {
      Symbol input = whole.find(synapticInput(own, target));
      part.observing(signal(own, target), whole.equationOf(input).statement().evaluated());
    }
    means(own).forEach(mean -> part.observing(observed(mean.name()), mean));
    return part.build();
  }

  /** Whether a definition follows from parameters alone. */
  private boolean isConstant(Symbol symbol) {
    return symbol.kind() == Kind.PARAMETER
        || (symbol.kind() == Kind.DEFINED
            && whole.equationOf(symbol).statement().evaluated().symbols().stream()
                .allMatch(this::isConstant));
  }

  /** The states all neurons share and the readouts, driven by means over neurons. */
  public EquationSystem tissue() {
    return tissue;
  }

  /** One neuron of a class. */
  public EquationSystem cell(CellClass cellClass) {
    return Objects.requireNonNull(cells.get(cellClass), cellClass.word());
  }

  /** Name of the parameter that is the membrane time in which firing rates of a class relax. */
  public String rateTime(CellClass cellClass) {
    EquationSystem part = cell(cellClass);
    Symbol rate = part.symbols(Kind.QUASI_STEADY).get(0);
    if (part.equationOf(rate).statement() instanceof Statement.Relaxation relaxation
        && relaxation.timeConstant() instanceof Symbol time) {
      return time.name();
    }
    throw new IllegalStateException("the rate has no time constant of its own");
  }

  /**
   * Names of the quantities of neurons of a class of which the tissue sees the mean: inputs of the
   * tissue; the readout of the neuron is {@link #observed}.
   */
  public List<String> meansOf(CellClass own) {
    return means(own).map(Symbol::name).toList();
  }

  /**
   * Name of the quantity of inhibitory neurons that is dendritic: it gates plasticity and leaves
   * firing rates alone.
   */
  public static String dendriticOutput() {
    return SymbolTable.standard().find("inhibitoryTransmission", Optional.empty()).symbol().name();
  }

  private Stream<Symbol> means(CellClass own) {
    return tissue.symbols(Kind.INPUT).stream()
        .map(input -> whole.find(input.name()))
        .filter(symbol -> symbol.part() == SymbolFacts.part(own));
  }

  /** Name of the readout of a neuron that the tissue sees the mean of. */
  public static String observed(String quantity) {
    return quantity + OBSERVED;
  }

  /** Name of the input through which neurons of one class reach those of another. */
  public static String synapticInput(CellClass source, CellClass target) {
    return find(source.word() + "Input", target).name();
  }

  /** Name of the readout of a source neuron that synapses onto a class of targets add up. */
  public static String signal(CellClass source, CellClass target) {
    return synapticInput(source, target) + SIGNAL;
  }

  /** Name of the additive drive of one neuron by its own excitability, noise and stimulation. */
  public static String ownDrive(CellClass cellClass) {
    return "ownDrive" + cellClass.suffix();
  }

  /** Name of the input that is the net drug effect on a target. */
  public static String drugEffect(Target target) {
    return SymbolTable.standard().find(Drugs.input(target), Optional.empty()).symbol().name();
  }

  /** Name of the parameter that is the mTORC1 threshold of a class. */
  public static String threshold(CellClass cellClass) {
    return find("mtorc1Threshold", cellClass).name();
  }

  private static Symbol find(String stem, CellClass cells) {
    return SymbolTable.standard().find(stem, Optional.of(cells)).symbol();
  }
}
