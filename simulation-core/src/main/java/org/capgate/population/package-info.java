/**
 * Who varies, and how: populations as data of {@code seeds/populations}, and the subjects drawn
 * from them.
 *
 * <p>Start from {@link org.capgate.population.Population}. May import scenario, steady, model,
 * exposure, treatment, dynamics, random and input.
 */
@NullMarked
package org.capgate.population;

import org.jspecify.annotations.NullMarked;
