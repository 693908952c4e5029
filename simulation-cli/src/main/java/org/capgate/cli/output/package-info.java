/**
 * What more than one command writes: the folder of results, numbers and labels as text, bands,
 * HTML.
 *
 * <p>Start from {@link org.capgate.cli.output.OutputFolder}. May import the library, nothing of the
 * command line.
 */
@NullMarked
package org.capgate.cli.output;

import org.jspecify.annotations.NullMarked;
