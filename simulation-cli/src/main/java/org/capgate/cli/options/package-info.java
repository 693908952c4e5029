/**
 * Options and arguments that more than one command takes, and how their words are read.
 *
 * <p>Start from {@link org.capgate.cli.options.ModelOptions}. May import {@code cli.command} and
 * the library.
 */
@NullMarked
package org.capgate.cli.options;

import org.jspecify.annotations.NullMarked;
