/**
 * {@code explain}: why a readout changed between two times.
 *
 * <p>Start from {@link org.capgate.cli.explain.ExplainCommand}. May import {@code cli.command},
 * {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.explain;

import org.jspecify.annotations.NullMarked;
