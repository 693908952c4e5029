package org.capgate.model;

import java.util.List;
import java.util.Optional;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Expressions;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/**
 * What a group of equations is written with: symbols of seeds/model/symbols.csv by their stems, and
 * one verb for each kind of equation. The method in which an equation stands is printed beside it
 * in docs/MODEL.md.
 *
 * <pre>
 * rateOf(given("bdnf")).is(release.minus(given("bdnf")).over(given("bdnfTime")));
 * </pre>
 */
abstract class Equations {
  private final EquationSystem.Builder e;
  private final SymbolTable table;
  final Mechanisms mechanisms;
  final Cell excitatory = new Cell(CellClass.EXCITATORY);
  final Cell inhibitory = new Cell(CellClass.INHIBITORY);
  final List<Cell> cells = List.of(excitatory, inhibitory);

  Equations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    this.e = e;
    this.table = table;
    this.mechanisms = mechanisms;
  }

  /** States the equations of the group, in the order of their numbers. */
  abstract void state();

  /** Heading of the equations that follow. */
  final void mechanism(String heading) {
    e.mechanism(heading);
  }

  /** The symbol of that stem whose name says no class. */
  final Symbol given(String stem) {
    return table.find(stem, Optional.empty()).symbol();
  }

  /** Net signed effect of all drugs on a target, 0 without drug. */
  final Symbol effect(Target target) {
    return given(Drugs.input(target));
  }

  /** 1 + effect: what is left of, or added to, the target's function. */
  final Expression factor(Target target) {
    return Expressions.number(1).plus(effect(target));
  }

  /** {@code rateOf(x).is(…)}: dx/dt = …, in the unit of x per hour. */
  final EquationSystem.RightSide rateOf(Symbol state) {
    announce(state);
    return e.rateOf(state);
  }

  /** {@code valueOf(d).is(…)}: d = …, for a definition, a readout or a reference. */
  final EquationSystem.RightSide valueOf(Symbol explicit) {
    announce(explicit);
    return e.valueOf(explicit);
  }

  /** {@code residualOf(x).is(…)}: 0 = …. */
  final EquationSystem.RightSide residualOf(Symbol algebraic) {
    announce(algebraic);
    return e.residualOf(algebraic);
  }

  /** {@code relaxationOf(r).to(target).within(tau)}: 0 = target − r. */
  final EquationSystem.Target relaxationOf(Symbol quasiSteady) {
    announce(quasiSteady);
    return e.relaxationOf(quasiSteady);
  }

  /** As {@link #valueOf}, for one of several competing equations. */
  final EquationSystem.RightSide optionOf(Symbol explicit, String option, String note) {
    announce(explicit);
    e.option(option).describe(note);
    return e.valueOf(explicit);
  }

  private void announce(Symbol symbol) {
    StackWalker.StackFrame caller =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> !frame.getClassName().equals(Equations.class.getName()))
                        .findFirst()
                        .orElseThrow());
    String className = caller.getClassName();
    e.statedIn(className.substring(className.lastIndexOf('.') + 1) + "#" + caller.getMethodName());
    e.describe(table.named(symbol.name()).note());
  }

  /** The symbols of one class of neurons. */
  final class Cell {
    private final CellClass cells;

    private Cell(CellClass cells) {
      this.cells = cells;
    }

    /** The symbol of that stem whose name says this class. */
    Symbol the(String stem) {
      return table.find(stem, Optional.of(cells)).symbol();
    }

    /** Total of a gene's product relative to the wild type. */
    Symbol total(Gene gene) {
      return the(gene.stem());
    }

    /** The NMDA receptors of these neurons, as a target of drugs. */
    Target nmda() {
      return cells == CellClass.EXCITATORY ? Target.NMDA_EXCITATORY : Target.NMDA_INHIBITORY;
    }
  }
}
