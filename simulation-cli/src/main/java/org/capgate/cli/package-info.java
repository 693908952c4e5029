/**
 * The {@code capgate} command: the entry point, and what happens when something fails. A room below
 * holds one command or a few of a kind: its arguments, its calls of the library, its tables, words
 * and figures.
 *
 * <p>Start from {@link org.capgate.cli.CapGate}. May import everything; nothing imports it. The
 * rooms {@code command}, {@code options} and {@code output} hold what all share; they import no
 * other room.
 */
@NullMarked
package org.capgate.cli;

import org.jspecify.annotations.NullMarked;
