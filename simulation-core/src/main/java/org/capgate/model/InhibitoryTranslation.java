package org.capgate.model;

import static org.capgate.equations.Expressions.number;

import java.util.Locale;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;

/**
 * What translation in inhibitory neurons does to their output, a conflict in the evidence: down in
 * hippocampus (Aguilar-Valles et al. 2021 doi:10.1038/s41586-020-03047-0), up in prefrontal cortex
 * of γ2+/− mice and in eIF4E-transgenic mice.
 */
public enum InhibitoryTranslation {
  /** Plasticity proteins lower the output, the default. */
  LOWERS_OUTPUT("translation lowers the output of inhibitory neurons") {
    @Override
    Expression output(Symbol load) {
      return number(1).over(load.plus(1));
    }
  },
  /** Plasticity proteins raise the output. */
  RAISES_OUTPUT("translation raises the output of inhibitory neurons") {
    @Override
    Expression output(Symbol load) {
      return load.plus(1);
    }
  };

  private final String note;

  InhibitoryTranslation(String note) {
    this.note = note;
  }

  /** Output of inhibitory synapses relative to rest, at a load that is 0 at rest. */
  abstract Expression output(Symbol load);

  /** What the equation says. */
  String note() {
    return note;
  }

  /** The name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
