/**
 * {@code search} and {@code region}: what no other beats in every aim, and for which numbers a
 * finding holds.
 *
 * <p>Start from {@link org.capgate.cli.search.SearchCommand}. May import {@code cli.command},
 * {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.search;

import org.jspecify.annotations.NullMarked;
