/**
 * {@code model}, {@code parameters}, {@code steady-states} and {@code export}: the equations, their
 * numbers, where they rest, and how they leave.
 *
 * <p>Start from {@link org.capgate.cli.model.ParametersCommand}. May import {@code cli.compare},
 * whose plan an archive holds, {@code cli.command}, {@code cli.options}, {@code cli.output} and the
 * library.
 */
@NullMarked
package org.capgate.cli.model;

import org.jspecify.annotations.NullMarked;
