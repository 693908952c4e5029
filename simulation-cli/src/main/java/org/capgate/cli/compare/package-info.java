/**
 * {@code compare}: genotypes under treatments as tables and figures.
 *
 * <p>Start from {@link org.capgate.cli.compare.CompareCommand}. May import {@code cli.command},
 * {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.compare;

import org.jspecify.annotations.NullMarked;
