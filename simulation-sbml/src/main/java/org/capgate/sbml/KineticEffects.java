package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;

/**
 * What levels of compounds do to targets (Eqs. T4 to T6), with potency, slope and maximal effect as
 * constants: the inputs of the equations.
 */
final class KineticEffects {
  private static final Unit NONE = Unit.DIMENSIONLESS;
  private static final String SELECTIVITY = "cells/nmdaSelectivity";

  /** The word under which a compound states both classes of NMDA receptors at once. */
  private static final String CHANNEL = "nmda";

  private final KineticCompartments compartments;
  private final KineticNumbers numbers;
  private final List<OrdinaryModel.Rule> rules = new ArrayList<>();
  private final Map<Target, Expression> net = new LinkedHashMap<>();

  /**
   * @param inputs of the equations, one per {@link Target} in its order
   */
  KineticEffects(KineticCompartments compartments, KineticNumbers numbers, List<Symbol> inputs) {
    this.compartments = compartments;
    this.numbers = numbers;
    for (KineticCompartments.Level level : compartments.levels()) {
      if (level.cells().isEmpty()) {
        level.compound().targets().forEach(action -> saturating(level, action));
      } else {
        drives(level);
      }
    }
    for (Target target : Target.values()) {
      Expression value = net.getOrDefault(target, Expressions.number(0));
      rules.add(new OrdinaryModel.Rule(inputs.get(target.ordinal()), new Formula.Plain(value)));
    }
  }

  List<OrdinaryModel.Rule> rules() {
    return rules;
  }

  private void drives(KineticCompartments.Level level) {
    String name = level.compound().name();
    Symbol drive = numbers.of(name + "/drive", NONE);
    Symbol activation =
        compartments.positive(level, level.atTargets(), NONE, "level", name, level.cells());
    Cells cells = Cells.of(level.cells());
    if (cells.include(CellClass.EXCITATORY)) {
      combine(Target.EXCITABILITY_EXCITATORY, drive.times(activation));
    }
    if (cells.include(CellClass.INHIBITORY)) {
      combine(Target.EXCITABILITY_INHIBITORY, drive.times(activation));
    }
  }

  private void saturating(KineticCompartments.Level level, TargetAction action) {
    String name = level.compound().name();
    String target = word(name, action.target());
    String path = "%s/targets/%s/".formatted(name, target);
    Expression seen = action.isTrapping() ? compartments.trapped(level, target) : level.atTargets();
    Symbol micromolar =
        compartments.positive(
            level,
            seen,
            Unit.MICROMOLAR,
            "level",
            name,
            action.isTrapping() ? target : "",
            "micromolar");
    Expression potency = numbers.of(path + "potencyMicromolar", Unit.MICROMOLAR);
    if (action.target() == Target.NMDA_EXCITATORY && target.equals(CHANNEL)) {
      potency = potency.times(numbers.of(SELECTIVITY, NONE));
    }
    Symbol maximal = numbers.of(path + "maximalEffect", NONE);
    Symbol occupied =
        rule(
            new Formula.SymbolPower(micromolar.over(potency), numbers.of(path + "hillSlope", NONE)),
            "occupancy",
            name,
            action.target().word());
    Expression bound = maximal.times(occupied).over(occupied.plus(1));
    boolean isBlock = action.sign() == TargetAction.Sign.BLOCK;
    combine(
        action.target(),
        rule(
            new Formula.Plain(isBlock ? bound.negate() : bound),
            "effect",
            name,
            action.target().word()));
  }

  private String word(String compound, Target target) {
    boolean isChannel = target == Target.NMDA_EXCITATORY || target == Target.NMDA_INHIBITORY;
    String channel = "%s/targets/%s/potencyMicromolar".formatted(compound, CHANNEL);
    return isChannel && numbers.has(channel) ? CHANNEL : target.word();
  }

  private void combine(Target target, Expression effect) {
    net.merge(target, effect, (before, one) -> combined(target, before, one));
  }

  /** Eq. T6, {@link Target#combined} as an expression. */
  static Expression combined(Target target, Expression before, Expression one) {
    Expression sum = before.plus(one);
    return target.isAdditive() ? sum : sum.plus(before.times(one));
  }

  private Symbol rule(Formula formula, String... words) {
    Symbol symbol =
        new Symbol(KineticNumbers.id(words), Kind.DEFINED, NONE, String.join(" ", words));
    rules.add(new OrdinaryModel.Rule(symbol, formula));
    return symbol;
  }
}
