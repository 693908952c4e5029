package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;

import java.util.Locale;
import org.capgate.equations.Expression;

/**
 * What translation in inhibitory neurons does to their output, a conflict in the evidence: down in
 * hippocampus (Aguilar-Valles et al. 2021 doi:10.1038/s41586-020-03047-0), up in prefrontal cortex
 * of γ2+/− mice and in eIF4E-transgenic mice.
 */
public enum InhibitoryTranslation {
  /** Translation lowers the output, the default. */
  LOWERS_OUTPUT("translation lowers the output of inhibitory neurons") {
    @Override
    Expression output(Expression effect, Expression atRest) {
      return oneMinus(effect).over(oneMinus(atRest));
    }
  },
  /** Translation raises the output. */
  RAISES_OUTPUT("translation raises the output of inhibitory neurons") {
    @Override
    Expression output(Expression effect, Expression atRest) {
      return effect.plus(1).over(atRest.plus(1));
    }
  };

  private final String note;

  InhibitoryTranslation(String note) {
    this.note = note;
  }

  /** Output of inhibitory synapses, 1 where the effect is that of rest. */
  abstract Expression output(Expression effect, Expression atRest);

  /** What the equation says. */
  String note() {
    return note;
  }

  /** The name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
