package org.capgate.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationPart;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
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
  private static final Set<String> OF_EXCITATORY =
      Set.of("plasticityThreshold", "excitatoryTransmission");
  private static final Set<String> OF_INHIBITORY = Set.of("inhibitoryTransmission");

  /** What stands behind the name of a synaptic input where a source neuron states its share. */
  private static final String SIGNAL = "Signal";

  /** What stands behind the name of a quantity of which the tissue sees the mean. */
  private static final String OBSERVED = "Observed";

  private final EquationSystem tissue;
  private final Map<CellClass, EquationSystem> cells = new EnumMap<>(CellClass.class);
  private final Map<CellClass, List<String>> means = new EnumMap<>(CellClass.class);

  /** Cuts the statement of {@link ModelEquations}. */
  public ModelParts(EquationSystem whole) {
    tissue =
        EquationPart.of(whole, "tissue")
            .owning(symbol -> symbol.kind() == Kind.READOUT || isTissueState(symbol))
            .build();
    for (CellClass cellClass : CellClass.values()) {
      cells.put(cellClass, cell(whole, cellClass));
    }
  }

  /** The states all neurons share and the readouts, driven by means over neurons. */
  public EquationSystem tissue() {
    return tissue;
  }

  /** One neuron of a class. */
  public EquationSystem cell(CellClass cellClass) {
    return of(cells, cellClass);
  }

  /**
   * Name of the parameter that is the membrane time in which the firing rate of a class relaxes.
   */
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
   * The quantities of neurons of a class of which the tissue sees the mean: inputs of the tissue;
   * the readout of the neuron is {@link #observed}.
   */
  public List<String> meansOf(CellClass cellClass) {
    return List.copyOf(of(means, cellClass));
  }

  /** Name of the readout of a neuron that the tissue sees the mean of. */
  public static String observed(String quantity) {
    return quantity + OBSERVED;
  }

  /** Name of the input through which neurons of one class reach those of another. */
  public static String synapticInput(CellClass source, CellClass target) {
    return (source == CellClass.EXCITATORY ? "excitatory" : "inhibitory")
        + "Input"
        + Cell.suffix(target);
  }

  /** Name of the readout of a source neuron that synapses onto a class of targets add up. */
  public static String signal(CellClass source, CellClass target) {
    return synapticInput(source, target) + SIGNAL;
  }

  /** Name of the additive drive of one neuron by its own excitability, noise and stimulation. */
  public static String ownDrive(CellClass cellClass) {
    return "ownDrive" + Cell.suffix(cellClass);
  }

  /** Name of the factor on the total of a protein. */
  public static String geneFactor(Gene gene, CellClass cellClass) {
    return Genes.scaleName(gene, cellClass);
  }

  /** Name of the input that is the net drug effect on a target. */
  public static String drugEffect(Target target) {
    return DrugEffects.name(target);
  }

  /** Name of the parameter that is the mTORC1 threshold of a class. */
  public static String threshold(CellClass cellClass) {
    return "mtorc1Threshold" + Cell.suffix(cellClass);
  }

  /** Name of a quantity of a class, the class being the last word before the unit. */
  public static String quantity(String stem, CellClass cellClass, String unit) {
    return stem + Cell.suffix(cellClass) + unit;
  }

  private EquationSystem cell(EquationSystem whole, CellClass own) {
    String drive =
        DrugEffects.name(
            own == CellClass.EXCITATORY
                ? Target.EXCITABILITY_EXCITATORY
                : Target.EXCITABILITY_INHIBITORY);
    EquationPart part =
        EquationPart.of(whole, "neuron " + Cell.suffix(own))
            .owning(
                symbol ->
                    symbol.kind() != Kind.READOUT
                        && symbol.kind() != Kind.REFERENCE
                        && owns(own, symbol))
            .statingAgain(symbol -> isConstant(whole, symbol))
            .withParameterAsInput(threshold(own))
            .adding(ownDrive(own), "own excitability, noise and stimulation of one neuron", drive);
    for (Gene gene : Gene.values()) {
      part.withParameterAsInput(Genes.scaleName(gene, own));
    }
    for (CellClass target : CellClass.values()) {
      Symbol input = whole.find(synapticInput(own, target));
      part.observing(signal(own, target), whole.equationOf(input).statement().evaluated());
    }
    List<String> seen = new ArrayList<>();
    for (Symbol input : tissue.symbols(Kind.INPUT)) {
      Symbol symbol = whole.find(input.name());
      if (symbol.kind() != Kind.INPUT && owns(own, symbol)) {
        seen.add(symbol.name());
        part.observing(observed(symbol.name()), symbol);
      }
    }
    means.put(own, seen);
    return part.build();
  }

  private static boolean isTissueState(Symbol symbol) {
    return symbol.kind() == Kind.STATE
        && !owns(CellClass.EXCITATORY, symbol)
        && !owns(CellClass.INHIBITORY, symbol);
  }

  /** Whether a stated symbol belongs to a neuron of the class. */
  static boolean owns(CellClass cellClass, Symbol symbol) {
    Set<String> listed = cellClass == CellClass.EXCITATORY ? OF_EXCITATORY : OF_INHIBITORY;
    return listed.contains(symbol.name())
        || (symbol.name().contains(Cell.suffix(cellClass)) && !isSynapticInput(symbol));
  }

  private static boolean isSynapticInput(Symbol symbol) {
    for (CellClass source : CellClass.values()) {
      for (CellClass target : CellClass.values()) {
        if (symbol.name().equals(synapticInput(source, target))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A definition of parameters alone that no cell owns. */
  private static boolean isConstant(EquationSystem whole, Symbol symbol) {
    Set<Symbol> open = new LinkedHashSet<>(Set.of(symbol));
    List<Symbol> queue = new ArrayList<>(open);
    for (int i = 0; i < queue.size(); i++) {
      Symbol next = queue.get(i);
      if (next.kind() == Kind.DEFINED) {
        if (isSynapticInput(next)) {
          return false;
        }
        Equation equation = whole.equationOf(next);
        for (Symbol used : equation.statement().evaluated().symbols()) {
          if (open.add(used)) {
            queue.add(used);
          }
        }
      } else if (next.kind() != Kind.PARAMETER) {
        return false;
      }
    }
    return true;
  }

  private static <T> T of(Map<CellClass, T> map, CellClass cellClass) {
    T found = map.get(cellClass);
    if (found == null) {
      throw new IllegalArgumentException("no part of " + cellClass);
    }
    return found;
  }
}
