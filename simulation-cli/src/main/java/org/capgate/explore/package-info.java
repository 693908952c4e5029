/**
 * The live explorer: a page on this machine alone whose curves follow its sliders, and the server
 * behind it.
 *
 * <p>Start from {@link org.capgate.explore.ExplorerServer}. May import everything but the command
 * line and the presets.
 */
@NullMarked
package org.capgate.explore;

import org.jspecify.annotations.NullMarked;
