/**
 * Text written by people, read with errors that name the place: CSV tables, YAML documents,
 * packaged data files.
 *
 * <p>Start from {@link org.capgate.input.CsvTable}, {@link org.capgate.input.YamlDocument} or
 * {@link org.capgate.input.SeedFiles}; every complaint is an {@link
 * org.capgate.input.InputException}.
 *
 * <p>May import the JDK, fastcsv and snakeyaml-engine, and no other package of CapGate.
 */
@NullMarked
package org.capgate.input;

import org.jspecify.annotations.NullMarked;
