package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;

import java.util.Locale;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;

/**
 * What translation in inhibitory neurons does to their output, a conflict in the evidence: down in
 * hippocampus (Aguilar-Valles et al. 2021 doi:10.1038/s41586-020-03047-0), up in prefrontal cortex
 * of γ2+/− mice and in eIF4E-transgenic mice.
 */
public enum InhibitoryTranslation {
  /** Plasticity proteins lower the output, the default. */
  LOWERS_OUTPUT {
    @Override
    void state(EquationSystem.Builder e, Symbol output, Expression effect, Expression atRest) {
      e.option(word()).describe("translation lowers the output of inhibitory neurons");
      e.valueOf(output).is(oneMinus(effect).over(oneMinus(atRest)));
    }
  },
  /** Plasticity proteins raise the output. */
  RAISES_OUTPUT {
    @Override
    void state(EquationSystem.Builder e, Symbol output, Expression effect, Expression atRest) {
      e.option(word()).describe("translation raises the output of inhibitory neurons");
      e.valueOf(output).is(effect.plus(1).over(atRest.plus(1)));
    }
  };

  abstract void state(
      EquationSystem.Builder e, Symbol output, Expression effect, Expression atRest);

  /** The name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
