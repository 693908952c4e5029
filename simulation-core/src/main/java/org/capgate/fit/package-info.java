/**
 * Numbers that come closest to somebody's own data.
 *
 * <p>Start from {@link org.capgate.fit.Fit}; {@link org.capgate.fit.Observations} are what it is
 * fitted to. May import sensitivity, sweep, ensemble, scenario, steady, model, dynamics, random,
 * uncertainty and commons-math3.
 */
@NullMarked
package org.capgate.fit;

import org.jspecify.annotations.NullMarked;
