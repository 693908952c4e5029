/**
 * {@code run}, {@code presets} and {@code explore}: one scenario with what it is compared with,
 * what ships, and the page with sliders.
 *
 * <p>Start from {@link org.capgate.cli.run.RunCommand}. May import {@code cli.command}, {@code
 * cli.options}, {@code cli.output}, the explorer and the library.
 */
@NullMarked
package org.capgate.cli.run;

import org.jspecify.annotations.NullMarked;
