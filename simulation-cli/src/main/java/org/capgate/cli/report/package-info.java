/**
 * {@code report}: one page about how far the model can be trusted.
 *
 * <p>Start from {@link org.capgate.cli.report.ReportCommand}. May import {@code cli.compare},
 * {@code cli.learn} and {@code cli.model}, whose results it shows, {@code cli.command}, {@code
 * cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.report;

import org.jspecify.annotations.NullMarked;
