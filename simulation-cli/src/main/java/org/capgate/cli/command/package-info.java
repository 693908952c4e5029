/**
 * What every command has: where it prints, exit codes, workers, progress and the line that repeats
 * it.
 *
 * <p>Start from {@link org.capgate.cli.command.Subcommand}. May import {@code cli.output} and the
 * library.
 */
@NullMarked
package org.capgate.cli.command;

import org.jspecify.annotations.NullMarked;
