/**
 * {@code fit} and {@code kinetics}: numbers from measurements, and what kinetics give.
 *
 * <p>Start from {@link org.capgate.cli.fit.FitCommand}. May import {@code cli.command}, {@code
 * cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.fit;

import org.jspecify.annotations.NullMarked;
