/**
 * Fits the free parameters to findings, and asks how special the fitted set is.
 *
 * <p>Start from {@link org.capgate.calibration.Calibration} and {@link
 * org.capgate.calibration.Plausibility}. May import ensemble, evidence and everything below, and
 * commons-math3.
 */
@NullMarked
package org.capgate.calibration;

import org.jspecify.annotations.NullMarked;
