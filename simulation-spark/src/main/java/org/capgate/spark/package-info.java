/**
 * Blocks of work as tasks of Spark: {@link org.capgate.spark.SparkBlocks} for any work, {@link
 * org.capgate.spark.TrialJob} to submit a trial. May import the library's core and Spark.
 */
@NullMarked
package org.capgate.spark;

import org.jspecify.annotations.NullMarked;
