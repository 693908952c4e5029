/* Evaluates an exported model: reads n variables, a segment and a time, again and again; prints the
   drug effects and their rates, f, the Jacobian by rows, df/dt and the readouts, a line each time. */
#include <stdio.h>
#include <string.h>

enum { MOST = 100, MOST_PREPARED = 2000 };
static double y[MOST], q[MOST_PREPARED], u[MOST], r[MOST], f[MOST], dfdt[MOST], out[MOST];
static double rows[MOST * MOST], columns[MOST * MOST], entries[MOST * MOST], sparse[MOST * MOST];

static void print(const double *values, int count) {
  for (int i = 0; i < count; i++) printf("%.17g ", values[i]);
}

/* The four forms of the Jacobian hold the same entries. */
static int agree(int n) {
  int seen = 0;
  for (int k = 0; k < capgate_jacobian_entries; k++) {
    const int i = capgate_jacobian_row[k], j = capgate_jacobian_column[k];
    seen += rows[i * n + j] == entries[k] && columns[j * n + i] == entries[k];
  }
  for (int j = 0; j < n; j++) {
    for (int k = capgate_csc_start[j]; k < capgate_csc_start[j + 1]; k++) {
      seen += sparse[k] == rows[capgate_csc_row[k] * n + j];
    }
  }
  return seen == 2 * capgate_jacobian_entries;
}

int main(void) {
  const int n = capgate_variables;
  int segment;
  double t;
  if (n > MOST || capgate_prepared > MOST_PREPARED || capgate_readouts_count > MOST) return 2;
  capgate_prepare(capgate_parameter_value, q);
  for (;;) {
    for (int i = 0; i < n; i++) {
      if (scanf("%lf", &y[i]) != 1) return 0;
    }
    if (scanf("%d %lf", &segment, &t) != 2) return 2;
    memset(rows, 0, sizeof rows);
    memset(columns, 0, sizeof columns);
    capgate_inputs(segment, t, u, r);
    capgate_rhs(y, q, u, f);
    capgate_jacobian(y, q, u, entries);
    capgate_jacobian_csc(y, q, u, sparse);
    capgate_jacobian_dense_rows(y, q, u, rows);
    capgate_jacobian_dense_columns(y, q, u, columns);
    capgate_time_derivative(y, q, u, r, dfdt);
    capgate_readouts(y, q, u, out);
    if (!agree(n)) return 3;
    print(u, capgate_inputs_count);
    print(r, capgate_inputs_count);
    print(f, n);
    print(rows, n * n);
    print(dfdt, n);
    print(out, capgate_readouts_count);
    printf("\n");
  }
}
