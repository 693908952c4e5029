/**
 * Searches designs, such as compounds that do not exist yet or schedules of doses, for those that
 * no other beats in every aim.
 *
 * <p>Start from {@link org.capgate.search.Search}; {@link org.capgate.search.Nsga2} is its method
 * and knows nothing of pharmacology. May import sweep, ensemble, scenario, solver, steady, model,
 * exposure, treatment, dynamics, random and input.
 */
@NullMarked
package org.capgate.search;

import org.jspecify.annotations.NullMarked;
