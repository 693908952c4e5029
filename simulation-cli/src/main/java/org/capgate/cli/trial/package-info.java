/**
 * {@code trial}, {@code cohort} and {@code select}: virtual subjects.
 *
 * <p>Start from {@link org.capgate.cli.trial.TrialCommand}. May import {@code cli.command}, {@code
 * cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.trial;

import org.jspecify.annotations.NullMarked;
