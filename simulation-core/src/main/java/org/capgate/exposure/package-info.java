/**
 * What a regimen does over time: the pharmacokinetic solution in closed form, and the effects on
 * targets, tabulated segment by segment for integrators.
 *
 * <p>Start from {@link org.capgate.exposure.Exposure}; {@link
 * org.capgate.exposure.Pharmacokinetics} says what kinetic studies report, {@link
 * org.capgate.exposure.ExposureTerms} the closed form as numbers. What is given is a matter of
 * {@code treatment}, which knows nothing of this package.
 *
 * <p>May import the JDK, {@code treatment}, {@code input} and {@code dynamics}.
 */
@NullMarked
package org.capgate.exposure;

import org.jspecify.annotations.NullMarked;
