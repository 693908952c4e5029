/**
 * Fits the free parameters to findings, and asks how special the fitted set is.
 *
 * <p>Start from {@link org.capgate.calibration.Calibration} and {@link
 * org.capgate.calibration.Plausibility}, or from {@link org.capgate.calibration.Posterior} for all
 * sets that agree with the findings. May import uncertainty, sampling, ensemble, evidence,
 * scenario, solver, steady, analysis, model, treatment, dynamics, random, input and commons-math3.
 */
@NullMarked
package org.capgate.calibration;

import org.jspecify.annotations.NullMarked;
