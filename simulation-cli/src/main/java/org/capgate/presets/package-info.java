/**
 * Complete programs to copy: each runs one experiment and prints a small table. The scenario of the
 * same name in seeds/scenarios is the same experiment for {@code capgate run}.
 *
 * <p>Start from {@link org.capgate.presets.WildTypeKetamine}. May import everything but the command
 * line; nothing imports it.
 */
@NullMarked
package org.capgate.presets;

import org.jspecify.annotations.NullMarked;
