package org.capgate.io;

import java.util.List;
import java.util.StringJoiner;
import org.capgate.compile.CSource;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Layout;
import org.capgate.equations.Symbol;
import org.capgate.exposure.ExposureTerms;
import org.capgate.scenario.Laboratory;
import org.capgate.scenario.Scenario;

/**
 * A scenario as one file of C99 (and C++17) source: names and values of the parameters, the settled
 * initial state, the functions of {@link CSource} and the drug effects in closed form. Made from
 * the same statement of the equations as everything else, so that another solver can be given
 * exactly this model.
 */
public final class ModelSource {
  /** Most breakpoints of a treatment: each adds its coefficients to the file. */
  public static final int MOST_BREAKPOINTS = 2000;

  /** Which equations. */
  public enum Form {
    /** Differential equations only: what is settled at once relaxes within seconds. */
    ORDINARY,
    /** As CapGate solves them: firing rates and binding are algebraic, 0 = f. */
    QUASI_STEADY
  }

  private ModelSource() {}

  /**
   * The source.
   *
   * @param form which equations
   * @param notes lines of the comment at its head
   * @throws IllegalArgumentException for a treatment with more than {@link #MOST_BREAKPOINTS}
   */
  public static String of(Scenario scenario, Form form, List<String> notes) {
    Laboratory laboratory = scenario.laboratory();
    EquationSystem system =
        form == Form.ORDINARY
            ? laboratory.model().ordinaryEquations()
            : laboratory.model().equations();
    ExposureTerms exposure = ExposureTerms.of(scenario.exposure());
    if (exposure.breakpointsHours().size() > MOST_BREAKPOINTS) {
      throw new IllegalArgumentException(
          "a treatment to be exported has at most "
              + MOST_BREAKPOINTS
              + " times at which something is given or ends, but this one has "
              + exposure.breakpointsHours().size());
    }
    StringBuilder text = new StringBuilder("/*\n");
    notes.forEach(note -> text.append(" * ").append(note.replace("*/", "* /")).append('\n'));
    text.append(
        """
         *
         * Time is in hours. y: variables, p: parameters and references, q: what capgate_prepare
         * makes of p, u: drug effects. The first capgate_differential variables have rates; for the
         * others f is the residual.
         */
        #include <math.h>

        #ifdef __cplusplus
        extern "C" {
        /* A constant of C++ is seen by its own file alone unless it was declared. */
        extern const int capgate_variables, capgate_differential, capgate_parameters, capgate_inputs_count,
            capgate_readouts_count, capgate_jacobian_entries, capgate_prepared, capgate_breakpoints;
        extern const char *const capgate_variable_name[], *const capgate_parameter_name[];
        extern const double capgate_initial_state[], capgate_parameter_value[], capgate_breakpoint_hours[];
        extern const int capgate_jacobian_row[], capgate_jacobian_column[], capgate_csc_start[],
            capgate_csc_row[];
        #endif

        """);
    Layout layout = system.layout();
    count(text, "capgate_variables", layout.variables().size());
    count(text, "capgate_differential", layout.differential());
    count(text, "capgate_parameters", layout.parameters().size());
    count(text, "capgate_inputs_count", layout.inputs().size());
    count(text, "capgate_readouts_count", layout.readouts().size());
    count(text, "capgate_jacobian_entries", CSource.jacobianEntries(system));
    text.append('\n');
    names(text, "capgate_variable_name", layout.variables());
    values(text, "capgate_initial_state", layout.variables(), scenario.settled().state());
    names(text, "capgate_parameter_name", layout.parameters());
    values(
        text,
        "capgate_parameter_value",
        layout.parameters(),
        laboratory.parameters(scenario.genotype(), scenario.stress().level()));
    text.append(CSource.of(system));
    text.append(ExposureSource.of(exposure));
    text.append("#ifdef __cplusplus\n}\n#endif\n");
    return text.toString();
  }

  private static void count(StringBuilder text, String name, int number) {
    text.append("const int ").append(name).append(" = ").append(number).append(";\n");
  }

  private static void names(StringBuilder text, String name, List<Symbol> symbols) {
    StringJoiner lines =
        new StringJoiner(",\n", "const char *const " + name + "[] = {\n", "};\n\n");
    symbols.forEach(symbol -> lines.add("    \"" + symbol.name() + "\""));
    text.append(lines);
  }

  private static void values(
      StringBuilder text, String name, List<Symbol> symbols, double[] values) {
    text.append("const double ").append(name).append("[] = {\n");
    for (int i = 0; i < values.length; i++) {
      text.append("    ").append(CSource.number(values[i])).append(", /* ");
      text.append(symbols.get(i).name()).append(", ").append(values[i]).append(" */\n");
    }
    text.append("};\n\n");
  }
}
