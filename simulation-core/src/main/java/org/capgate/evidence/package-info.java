/**
 * Published findings in a vocabulary a program can evaluate, and their evaluation against the
 * model.
 *
 * <p>Start from {@link org.capgate.evidence.FindingFile} and {@link
 * org.capgate.evidence.FindingsEvaluator}. A finding is judged by the numbers of a simulation
 * alone: nothing here looks at the name of a genotype, a compound or a finding to decide an
 * outcome.
 *
 * <p>May import network, scenario, solver, steady, analysis, model, exposure, treatment, dynamics
 * and input.
 */
@NullMarked
package org.capgate.evidence;

import org.jspecify.annotations.NullMarked;
