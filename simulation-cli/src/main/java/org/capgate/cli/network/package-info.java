/**
 * {@code network}: neurons one by one, and the file a run goes on from.
 *
 * <p>Start from {@link org.capgate.cli.network.NetworkCommand}. May import {@code cli.command},
 * {@code cli.options}, {@code cli.output} and the library.
 */
@NullMarked
package org.capgate.cli.network;

import org.jspecify.annotations.NullMarked;
