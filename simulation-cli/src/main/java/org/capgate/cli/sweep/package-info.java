/**
 * {@code sweep}: a scenario at every point of a design.
 *
 * <p>Start from {@link org.capgate.cli.sweep.SweepCommand}. May import {@code cli.command}, {@code
 * cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.sweep;

import org.jspecify.annotations.NullMarked;
