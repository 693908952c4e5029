/**
 * {@code findings}: published findings beside the model.
 *
 * <p>Start from {@link org.capgate.cli.findings.FindingsCommand}. May import {@code cli.network},
 * whose bounds it shares, {@code cli.command}, {@code cli.options}, {@code cli.output} and the
 * library.
 */
@NullMarked
package org.capgate.cli.findings;

import org.jspecify.annotations.NullMarked;
