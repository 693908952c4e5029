/**
 * {@code calibrate}, {@code plausibility}, {@code posterior}, {@code learned} and {@code predict}:
 * what findings say about parameters, and what follows.
 *
 * <p>Start from {@link org.capgate.cli.learn.PosteriorCommand}. May import {@code cli.command},
 * {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.learn;

import org.jspecify.annotations.NullMarked;
