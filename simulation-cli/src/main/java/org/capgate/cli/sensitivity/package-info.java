/**
 * {@code sensitivity}: what readouts lean on, by derivatives, by Morris and by Sobol.
 *
 * <p>Start from {@link org.capgate.cli.sensitivity.SensitivityCommand}. May import {@code
 * cli.command}, {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.sensitivity;

import org.jspecify.annotations.NullMarked;
