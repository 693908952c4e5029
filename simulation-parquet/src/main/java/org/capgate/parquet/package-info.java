/**
 * Tables as Parquet files: {@link org.capgate.parquet.ParquetFormat}. May import tables of the
 * library's core and Carpet.
 */
@NullMarked
package org.capgate.parquet;

import org.jspecify.annotations.NullMarked;
