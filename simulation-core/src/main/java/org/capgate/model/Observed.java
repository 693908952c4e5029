package org.capgate.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.capgate.compile.Kernel;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Site;

/**
 * What can be observed of the systems of a kernel, the same for all of them.
 *
 * @param variables of the equations
 * @param readouts those of the equations, then {@link #DRUG_LEVELS}
 */
record Observed(List<Variable> variables, List<Variable> readouts) {
  /** A concentration that is observed but is no part of the equations. */
  record DrugLevel(String name, String analyte, Site site) {
    private Variable variable() {
      String where = site.name().toLowerCase(Locale.ROOT);
      return new Variable(name, "µM", "concentration of " + analyte + " in " + where);
    }
  }

  static final List<DrugLevel> DRUG_LEVELS =
      List.of(
          new DrugLevel("plasmaKetamineMicromolar", "ketamine", Site.PLASMA),
          new DrugLevel("brainKetamineMicromolar", "ketamine", Site.BRAIN),
          new DrugLevel("brainHnkMicromolar", "hnk", Site.BRAIN));

  static Observed of(Kernel kernel) {
    return new Observed(
        kernel.layout().variables().stream().map(Observed::variable).toList(),
        Stream.concat(
                kernel.layout().readouts().stream().map(Observed::variable),
                DRUG_LEVELS.stream().map(DrugLevel::variable))
            .toList());
  }

  private static Variable variable(Symbol symbol) {
    return new Variable(symbol.name(), symbol.unit().toString(), symbol.description());
  }
}
