package org.capgate.equations;

import java.util.List;

/**
 * What one equation says. Each kind of statement checks its own units and knows what a kernel
 * evaluates for it.
 */
public sealed interface Statement
    permits Statement.Rate,
        Statement.Relaxation,
        Statement.Residual,
        Statement.Definition,
        Statement.Readout,
        Statement.Reference {

  /** What the stated symbol is for a solver. */
  enum Role {
    /** Unknown with a derivative. */
    DIFFERENTIAL,
    /** Unknown that makes a residual vanish. */
    ALGEBRAIC,
    /** Explicit value, no unknown: a definition or a readout. */
    EXPLICIT,
    /** Given number: the frozen value of an expression in the reference state. */
    FROZEN
  }

  /** The symbol the statement is about. */
  Symbol symbol();

  /** What the symbol is for a solver. */
  Role role();

  /** What a kernel evaluates: a rate, a residual, or a value. */
  Expression evaluated();

  /** Every expression of the statement, as it was written. */
  List<Expression> expressions();

  /** Short name of the statement: "rate of x". */
  String label();

  /** The equation in plain characters. */
  String text();

  /** The equation in LaTeX, without delimiters. */
  String latex();

  /**
   * Checks that the statement is coherent.
   *
   * @throws DimensionException naming both units and the operands, but not the equation
   */
  void checkUnits();

  /** The same statement with a relaxation written as a rate; others are unchanged. */
  default Statement withExplicitRate() {
    return this;
  }

  /**
   * The same statement as a rate where it is algebraic: a relaxation with its own time constant, a
   * residual with the given one. Others are unchanged.
   *
   * @param timeConstant of residuals, in the unit of time of the equations
   */
  default Statement asOrdinary(Expression timeConstant) {
    return withExplicitRate();
  }

  /** The same statement with a reference written as a residual; others are unchanged. */
  default Statement withReferenceSolved() {
    return this;
  }

  /** dx/dt = rate. */
  record Rate(Symbol symbol, Expression rate) implements Statement {
    @Override
    public Role role() {
      return Role.DIFFERENTIAL;
    }

    @Override
    public Expression evaluated() {
      return rate;
    }

    @Override
    public List<Expression> expressions() {
      return List.of(rate);
    }

    @Override
    public String label() {
      return "rate of " + symbol.name();
    }

    @Override
    public String text() {
      return "d" + symbol.name() + "/dt = " + rate.text();
    }

    /** A time constant stands on the left, as in papers: τ dx/dt = …. */
    @Override
    public String latex() {
      String derivative = "\\frac{d" + symbol.latex() + "}{dt} = ";
      return rate instanceof Operations.Quotient quotient
              && quotient.denominator() instanceof Symbol time
              && time.unit().equals(Unit.HOUR)
          ? time.latex() + " \\cdot " + derivative + quotient.numerator().latex()
          : derivative + rate.latex();
    }

    @Override
    public void checkUnits() {
      require("d" + symbol.name() + "/dt", symbol.unit().per(Unit.HOUR), rate);
    }
  }

  /** 0 = target − r, whose full form is dr/dt = (target − r)/τ. */
  record Relaxation(Symbol symbol, Expression target, Expression timeConstant)
      implements Statement {
    @Override
    public Role role() {
      return Role.ALGEBRAIC;
    }

    @Override
    public Expression evaluated() {
      return target.minus(symbol);
    }

    @Override
    public List<Expression> expressions() {
      return List.of(target, timeConstant);
    }

    @Override
    public String label() {
      return "relaxation of " + symbol.name();
    }

    @Override
    public String text() {
      return "0 = " + evaluated().text() + ", time constant " + timeConstant.text();
    }

    @Override
    public String latex() {
      return "0 = " + evaluated().latex() + ", \\qquad \\tau = " + timeConstant.latex();
    }

    @Override
    public void checkUnits() {
      require("the target of " + symbol.name(), symbol.unit(), target);
      require("the time constant of " + symbol.name(), Unit.HOUR, timeConstant);
    }

    @Override
    public Statement withExplicitRate() {
      return new Rate(symbol, evaluated().over(timeConstant));
    }
  }

  /** 0 = residual. */
  record Residual(Symbol symbol, Expression residual) implements Statement {
    @Override
    public Role role() {
      return Role.ALGEBRAIC;
    }

    @Override
    public Expression evaluated() {
      return residual;
    }

    @Override
    public List<Expression> expressions() {
      return List.of(residual);
    }

    @Override
    public String label() {
      return "residual of " + symbol.name();
    }

    @Override
    public String text() {
      return "0 = " + residual.text();
    }

    @Override
    public String latex() {
      return "0 = " + residual.latex();
    }

    /** A residual may have any unit, as long as its terms agree. */
    @Override
    public void checkUnits() {
      residual.unit();
    }

    @Override
    public Statement asOrdinary(Expression timeConstant) {
      Rate rate = new Rate(symbol, residual.over(timeConstant));
      rate.checkUnits();
      return rate;
    }
  }

  /** d = value. */
  record Definition(Symbol symbol, Expression value) implements Statement {
    @Override
    public Role role() {
      return Role.EXPLICIT;
    }

    @Override
    public Expression evaluated() {
      return value;
    }

    @Override
    public List<Expression> expressions() {
      return List.of(value);
    }

    @Override
    public String label() {
      return "definition of " + symbol.name();
    }

    @Override
    public String text() {
      return symbol.name() + " = " + value.text();
    }

    @Override
    public String latex() {
      return symbol.latex() + " = " + value.latex();
    }

    @Override
    public void checkUnits() {
      require(symbol.name(), symbol.unit(), value);
    }
  }

  /** What is observed = value. */
  record Readout(Symbol symbol, Expression value) implements Statement {
    @Override
    public Role role() {
      return Role.EXPLICIT;
    }

    @Override
    public Expression evaluated() {
      return value;
    }

    @Override
    public List<Expression> expressions() {
      return List.of(value);
    }

    @Override
    public String label() {
      return "readout " + symbol.name();
    }

    @Override
    public String text() {
      return symbol.name() + " = " + value.text();
    }

    @Override
    public String latex() {
      return symbol.latex() + " = " + value.latex();
    }

    @Override
    public void checkUnits() {
      require(symbol.name(), symbol.unit(), value);
    }
  }

  /** A frozen number: what the value is in the reference state. */
  record Reference(Symbol symbol, Expression value) implements Statement {
    @Override
    public Role role() {
      return Role.FROZEN;
    }

    @Override
    public Expression evaluated() {
      return value;
    }

    @Override
    public List<Expression> expressions() {
      return List.of(value);
    }

    @Override
    public String label() {
      return "reference " + symbol.name();
    }

    @Override
    public String text() {
      return symbol.name() + " = " + value.text() + " in the reference state";
    }

    @Override
    public String latex() {
      return symbol.latex() + " = \\left. " + value.latex() + " \\right|_{\\text{reference}}";
    }

    @Override
    public void checkUnits() {
      require(symbol.name(), symbol.unit(), value);
    }

    @Override
    public Statement withReferenceSolved() {
      return new Residual(symbol, value.minus(symbol));
    }
  }

  private static void require(String what, Unit unit, Expression expression) {
    Unit actual = expression.unit();
    if (!actual.equals(unit)) {
      throw new DimensionException(
          what + " must be in " + unit + ", but '" + expression.text() + "' is in " + actual);
    }
  }
}
