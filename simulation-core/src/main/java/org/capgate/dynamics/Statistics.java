package org.capgate.dynamics;

/**
 * The work an integrator did for one trajectory; all counts ≥ 0.
 *
 * @param steps accepted steps
 * @param rejected steps tried and thrown away
 * @param rhsEvaluations evaluations of the right-hand side
 * @param jacobianEvaluations evaluations of the Jacobian
 * @param factorisations matrices factorised
 * @param solves linear systems solved with a factorised matrix
 */
public record Statistics(
    long steps,
    long rejected,
    long rhsEvaluations,
    long jacobianEvaluations,
    long factorisations,
    long solves) {}
