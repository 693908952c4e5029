package org.capgate.model;

import static org.capgate.equations.Unit.DIMENSIONLESS;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/**
 * What drugs do, one input per target, in the order of {@link Target}: the net signed effect e of
 * everything on board, 0 without drug. A target that is multiplied works at 1 + e of its drug-free
 * rate; for excitability e is an additive drive.
 */
record DrugEffects(Map<Target, Symbol> effects) {

  static DrugEffects declare(EquationSystem.Builder e) {
    Map<Target, Symbol> effects = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      effects.put(
          target,
          e.input(
              name(target),
              DIMENSIONLESS,
              "net drug effect on " + words(target) + ", 0 without drug"));
    }
    return new DrugEffects(effects);
  }

  /** e itself. */
  Symbol effect(Target target) {
    Symbol effect = effects.get(target);
    if (effect == null) {
      throw new IllegalArgumentException("no input for the target " + target);
    }
    return effect;
  }

  /** 1 + e, what is left of, or added to, the target's function. */
  Expression factor(Target target) {
    return Expressions.number(1).plus(effect(target));
  }

  static Target nmda(CellClass cellClass) {
    return cellClass == CellClass.EXCITATORY ? Target.NMDA_EXCITATORY : Target.NMDA_INHIBITORY;
  }

  /** Name of the input of a target. */
  static String name(Target target) {
    return camelCase(target) + "Effect";
  }

  private static String words(Target target) {
    return target.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String camelCase(Target target) {
    StringBuilder name = new StringBuilder();
    for (String word : target.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
