/**
 * The {@code capgate} command: reads arguments, calls the library, prints tables and writes files.
 *
 * <p>Start from {@link org.capgate.cli.CapGate}. May import everything; nothing imports it.
 */
@NullMarked
package org.capgate.cli;

import org.jspecify.annotations.NullMarked;
