/**
 * What results lean on: derivatives at a point, and shares of variance over ranges.
 *
 * <p>Start from {@link org.capgate.sensitivity.LocalSensitivity}, {@link
 * org.capgate.sensitivity.Morris} or {@link org.capgate.sensitivity.SobolIndices}; {@link
 * org.capgate.sensitivity.ScenarioResponse} is what they are asked of. May import sweep, ensemble,
 * scenario, steady, model, dynamics, random and input.
 */
@NullMarked
package org.capgate.sensitivity;

import org.jspecify.annotations.NullMarked;
