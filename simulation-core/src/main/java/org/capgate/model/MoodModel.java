package org.capgate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.dynamics.OdeSystem;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Layout;
import org.capgate.equations.PointValues;
import org.capgate.equations.Symbol;
import org.capgate.exposure.Exposure;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.treatment.CellClass;
import org.jspecify.annotations.Nullable;

/**
 * The equations with their compiled kernels, under one choice of mechanisms. Immutable, shared
 * between threads; one per choice.
 *
 * <p>The arrays are laid out by {@link #layout()}: states, quasi-steady rates and free eIF4E;
 * parameters, then references, which are the values of some expressions in the settled, untreated,
 * unstressed wild type.
 */
public final class MoodModel {
  private static final Map<Mechanisms, MoodModel> MODELS = new ConcurrentHashMap<>();
  private static final SymbolTable TABLE = SymbolTable.standard();
  private static final Symbol STRESS = TABLE.find("chronicStress", Optional.empty()).symbol();

  /**
   * Time in which binding of eIF4E equilibrates where it is not taken as settled (h): ASSUMED 1 s,
   * 0.1 to 10 s. No result of the product depends on it.
   */
  public static final double BINDING_HOURS = 1.0 / 3600;

  private static final double LITTLE = 1e-4;

  /** Rounding errors relative to the width of a range: settled states are found to 1e-10. */
  static final double LARGEST_EXCESS = 1e-6;

  private final EquationSystem equations;
  private final Animals animals;
  private final Animals references;
  private @Nullable Animals compiledReferences; // made when first asked for, as are the next
  private @Nullable Animals withExplicitRates;
  private @Nullable Animals ordinary;
  private final QuickRest quickRest;
  private final int[] scales; // places of the totals' scales, by gene, then class of cells
  private final int[] referencePlaces; // among the parameters
  private final int[] referenceVariables; // among the variables of the reference system

  private MoodModel(Mechanisms mechanisms) {
    equations = ModelEquations.of(mechanisms);
    animals = Animals.of(equations, Kernels::compile);
    references = Animals.of(equations.withReferencesSolved(), Kernels::interpret);
    quickRest = new QuickRest(equations, animals.kernel);
    List<Integer> ofScales = new ArrayList<>();
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        ofScales.add(layout().parameter(Genotype.symbol(gene, cells).name()));
      }
    }
    scales = ofScales.stream().mapToInt(Integer::intValue).toArray();
    List<Symbol> solved = equations.symbols(Kind.REFERENCE);
    referencePlaces = solved.stream().mapToInt(one -> layout().parameter(one.name())).toArray();
    referenceVariables =
        solved.stream().mapToInt(one -> references.kernel.layout().variable(one.name())).toArray();
  }

  /** The model under the chosen mechanisms, compiled at the first call. */
  public static MoodModel of(Mechanisms mechanisms) {
    return MODELS.computeIfAbsent(mechanisms, MoodModel::new);
  }

  /** The statement everything is derived from. */
  public EquationSystem equations() {
    return equations;
  }

  /** Where each symbol stands in the arrays. */
  public Layout layout() {
    return equations.layout();
  }

  /**
   * Place of a variable in a state.
   *
   * @param name as in {@link #layout}
   */
  public int variableIndex(String name) {
    return layout().variable(name);
  }

  /** Index of a parameter or reference in the array of parameters. */
  public int parameterIndex(String name) {
    return layout().parameter(name);
  }

  /**
   * The parameters of the wild type without stress, in the order of the layout, references still 0;
   * a fresh array.
   *
   * @throws InputException when the set lacks a parameter of the equations
   */
  public double[] wildType(ParameterSet parameters) {
    double[] p = new double[layout().parameters().size()];
    for (Symbol symbol : equations.symbols(Kind.PARAMETER)) {
      SymbolFacts facts = TABLE.named(symbol.name());
      p[layout().parameter(symbol.name())] =
          facts.isSetByScenario() ? Double.parseDouble(facts.start()) : stated(parameters, symbol);
    }
    return p;
  }

  private static double stated(ParameterSet parameters, Symbol symbol) {
    if (!parameters.contains(symbol.name())) {
      throw new InputException(
          Place.UNKNOWN,
          "the parameter '"
              + symbol.name()
              + "' has no value; "
              + Names.unknown("parameter", symbol.name(), parameters.names()));
    }
    Parameter parameter = parameters.parameter(symbol.name());
    if (!parameter.unit().equals(symbol.unit().toString())) {
      throw new InputException(
          Place.UNKNOWN,
          symbol.name()
              + " is in "
              + symbol.unit()
              + ", but its value was given in "
              + parameter.unit());
    }
    return parameter.value();
  }

  /**
   * Whether a scenario, not a parameter file, sets this parameter: totals by genotype, and chronic
   * stress.
   */
  public static boolean isSetByScenario(String name) {
    return TABLE.contains(name) && TABLE.named(name).isSetByScenario();
  }

  /**
   * The parameters with the totals scaled by a genotype and with stress; references are kept. A
   * fresh array.
   */
  public double[] with(double[] parameters, Genotype genotype, double chronicStress) {
    double[] p = parameters.clone();
    int next = 0;
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        p[scales[next++]] = genotype.scaleOf(gene, cells);
      }
    }
    p[layout().parameter(STRESS.name())] = chronicStress;
    return p;
  }

  /** The animal with these parameters, from an initial state, under an exposure. */
  public OdeSystem animal(
      double[] parameters,
      double[] initialState,
      Exposure exposure,
      Map<String, String> provenance) {
    return animals.animal(parameters, initialState, exposure, provenance);
  }

  /**
   * The full stiff system: firing rates relax with their membrane times instead of being
   * quasi-steady.
   */
  public OdeSystem animalWithExplicitRates(
      double[] parameters,
      double[] initialState,
      Exposure exposure,
      Map<String, String> provenance) {
    return withExplicitRates().animal(parameters, initialState, exposure, provenance);
  }

  /**
   * The system without algebraic variables, for solvers that know none: firing rates relax with
   * their membrane times and free eIF4E with {@link #BINDING_HOURS}. Same variables in the same
   * order, same steady states.
   */
  public OdeSystem animalAsOrdinary(
      double[] parameters,
      double[] initialState,
      Exposure exposure,
      Map<String, String> provenance) {
    return ordinary().animal(parameters, initialState, exposure, provenance);
  }

  /** The equations without algebraic variables. */
  public EquationSystem ordinaryEquations() {
    return equations.asOrdinaryEquations(BINDING_HOURS);
  }

  private synchronized Animals withExplicitRates() {
    if (withExplicitRates == null) {
      withExplicitRates = Animals.of(equations.withExplicitRates(), Kernels::compile);
    }
    return withExplicitRates;
  }

  private synchronized Animals ordinary() {
    if (ordinary == null) {
      ordinary = Animals.of(ordinaryEquations(), Kernels::compile);
    }
    return ordinary;
  }

  /** What the animals of one form of the equations have in common. */
  private record Animals(EquationSystem equations, Kernel kernel, Observed observed) {
    static Animals of(EquationSystem equations, Function<EquationSystem, Kernel> translator) {
      Kernel kernel = translator.apply(equations);
      return new Animals(equations, kernel, Observed.of(kernel));
    }

    OdeSystem animal(
        double[] parameters,
        double[] initialState,
        Exposure exposure,
        Map<String, String> provenance) {
      return new ModelSystem(
          equations, kernel, observed, parameters, initialState, exposure, provenance);
    }
  }

  /**
   * The first variable or definition of a settled state without treatment that lies outside the
   * range it states, with its value; empty when there is none.
   *
   * @param parameters with references; not modified
   * @param state one entry per variable; not modified
   */
  public Optional<String> outOfRange(double[] parameters, double[] state) {
    if (quickRest.isInRange(parameters, state)) {
      return Optional.empty();
    }
    PointValues values =
        new PointValues(equations, state, parameters, new double[layout().inputs().size()]);
    return equations.symbols().stream()
        .filter(symbol -> symbol.kind() != Kind.READOUT)
        .filter(symbol -> values.excess(symbol) > LARGEST_EXCESS)
        .map(symbol -> symbol.name() + " would be " + values.of(symbol))
        .findFirst();
  }

  /**
   * The system whose steady state is the reference state; its last variables are the references.
   */
  public OdeSystem referenceSystem(double[] wildType) {
    Layout layout = layout();
    PointValues known =
        new PointValues(
            equations,
            new double[layout.variables().size()], // formulas of starts use none
            wildType,
            new double[layout.inputs().size()]);
    double[] guess =
        references.kernel.layout().variables().stream()
            .mapToDouble(unknown -> start(TABLE.named(unknown.name()), known))
            .toArray();
    return references.animal(wildType, guess, Exposure.none(), Map.of());
  }

  /**
   * The same from a guess, compiled, for where many are solved.
   *
   * @param guess the reference state of similar parameters
   */
  public OdeSystem referenceSystem(double[] wildType, double[] guess) {
    return compiledReferences().animal(wildType, guess, Exposure.none(), Map.of());
  }

  /** Finds reference states near to known ones. */
  public QuickRest quickReference() {
    Animals compiled = compiledReferences();
    return new QuickRest(compiled.equations, compiled.kernel);
  }

  /** Finds settled states near to known ones. */
  public QuickRest quickRest() {
    return quickRest;
  }

  private synchronized Animals compiledReferences() {
    if (compiledReferences == null) {
      compiledReferences = Animals.of(equations.withReferencesSolved(), Kernels::compile);
    }
    return compiledReferences;
  }

  /** First guess of an unknown in the reference state, by the formula of the table. */
  private static double start(SymbolFacts facts, PointValues known) {
    Optional<CellClass> cells = Optional.ofNullable(facts.cells());
    return Formula.value(facts.start(), stem -> known.of(TABLE.nearestOf(stem, cells).symbol()));
  }

  /**
   * The same with a guess of free eIF4E that is too small, from where Newton's method rises to its
   * only root, whatever the parameters: the residual falls and is convex.
   */
  public OdeSystem referenceSystemFromBelow(double[] wildType) {
    double[] guess = referenceSystem(wildType).initialState();
    for (Symbol free : equations.symbols(Kind.ALGEBRAIC)) {
      guess[layout().variable(free.name())] *= LITTLE;
    }
    return references.animal(wildType, guess, Exposure.none(), Map.of());
  }

  /** The firing rates, which rest where the parameters state. */
  public Set<String> statedAtRest() {
    return equations.symbols(Kind.QUASI_STEADY).stream()
        .map(Symbol::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The reference state without the references: the settled state of the wild type. A fresh array.
   */
  public double[] wildTypeState(double[] referenceState) {
    return Arrays.copyOf(referenceState, layout().variables().size());
  }

  /** Puts the references found in the reference system behind the parameters. A fresh array. */
  public double[] withReferences(double[] wildType, double[] referenceState) {
    double[] p = wildType.clone();
    for (int i = 0; i < referencePlaces.length; i++) {
      p[referencePlaces[i]] = referenceState[referenceVariables[i]];
    }
    return p;
  }
}
