/* CVODE as a peer: one animal. */
#include "cvode_solver.h"

#include <stddef.h>

extern const char *const peer_name;
const char *const peer_name = SOLVER_NAME;

int peer_solve(double rtol, double atol, int samples, double every, double *values, long *rhs) {
  static struct solver *solver = NULL;
  if (!solver) solver = solver_new();
  if (!solver) return 1;
  const int error = solver_solve(solver, capgate_parameter_value, rtol, atol, samples, every, values);
  *rhs = solver_rhs(solver);
  return error;
}
