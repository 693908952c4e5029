package org.capgate.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Compound;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.capgate.treatment.TargetAction;

/** What a {@link CompartmentOracle} says about concentrations and effects at its present time. */
final class OracleReadout {

  /** A level (µM; the activation of an actuator) that acts on a target. */
  private record Acting(Target target, DoubleSupplier level, DoubleUnaryOperator effect) {}

  private final List<Compound> compounds;
  private final Species species;
  private final CompartmentOracle oracle;
  private final List<Acting> acting = new ArrayList<>();

  OracleReadout(List<Compound> compounds, Species species, CompartmentOracle oracle) {
    this.compounds = compounds;
    this.species = species;
    this.oracle = oracle;
    for (Compound compound : compounds) {
      for (TargetAction action : compound.targets()) {
        DoubleSupplier level =
            action.isTrapping()
                ? () -> oracle.in(compound + " " + action.target())
                : () -> brain(compound);
        acting.add(new Acting(action.target(), level, c -> hill(action, c)));
      }
      compound.actuator().ifPresent(actuator -> addDrives(compound, actuator.drive()));
    }
  }

  private void addDrives(Compound actuator, double drive) {
    for (Cells cells : Cells.values()) {
      DoubleSupplier level = () -> oracle.in(actuator + " " + cells.word());
      if (cells != Cells.INHIBITORY) {
        acting.add(new Acting(Target.EXCITABILITY_EXCITATORY, level, a -> drive * a));
      }
      if (cells != Cells.EXCITATORY) {
        acting.add(new Acting(Target.EXCITABILITY_INHIBITORY, level, a -> drive * a));
      }
    }
  }

  private static double hill(TargetAction action, double micromolar) {
    double sign = action.sign() == TargetAction.Sign.BLOCK ? -1 : 1;
    double power = Math.pow(micromolar / action.potencyMicromolar(), action.hillSlope());
    return sign * action.maximalEffect() * power / (1 + power);
  }

  /** Concentration at the cells; what is given into a ventricle is in the brain until it leaves. */
  private double brain(Compound compound) {
    double aside =
        compound
            .kinetics(species)
            .map(kinetics -> kinetics.routes().get(Route.INTRACEREBROVENTRICULAR))
            .map(way -> oracle.in(compound + " icv") / way.brainLitresPerKilogram())
            .orElse(0.0);
    return oracle.in(compound + " brain") + aside;
  }

  /** µM by analyte. */
  Map<String, Double> brain() {
    Map<String, Double> all = new LinkedHashMap<>();
    for (Compound compound : compounds) {
      if (compound.kind() == Compound.Kind.DRUG) {
        all.merge(compound.analyte(), brain(compound), Double::sum);
      }
    }
    return all;
  }

  /** µM by analyte; nothing in a slice. */
  Map<String, Double> plasma() {
    Map<String, Double> all = new LinkedHashMap<>();
    for (Compound compound : compounds) {
      compound
          .kinetics(species)
          .ifPresent(
              kinetics ->
                  all.merge(
                      compound.analyte(),
                      oracle.in(compound + " central")
                          / kinetics.central().volumeLitresPerKilogram(),
                      Double::sum));
    }
    return all;
  }

  /** Everything that acts, in a fixed order. */
  double[] levels() {
    return acting.stream().mapToDouble(one -> one.level().getAsDouble()).toArray();
  }

  /** Net effect on a target of {@link #levels}; logarithms keep small effects apart from the 1. */
  double effect(Target target, double[] levels) {
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      if (acting.get(i).target() == target) {
        double one = acting.get(i).effect().applyAsDouble(levels[i]);
        sum += target.isAdditive() ? one : Math.log1p(one);
      }
    }
    return target.isAdditive() ? sum : Math.expm1(sum);
  }
}
