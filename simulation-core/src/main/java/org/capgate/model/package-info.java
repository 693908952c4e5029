/**
 * The science: the cell and the circuit stated as equations, their parameters, genotypes and
 * readouts.
 *
 * <p>Start from {@link org.capgate.model.MoodModel}; the equations are in the {@code …Equations}
 * classes, one file per mechanism, and are printed with their numbers in docs/MODEL.md.
 *
 * <p>May import exposure, treatment, compile, equations, dynamics and input.
 */
@NullMarked
package org.capgate.model;

import org.jspecify.annotations.NullMarked;
