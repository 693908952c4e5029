/* CVODE, BDF, with the analytic Jacobian: dense, or sparse with KLU when compiled with -DKLU. The
   solver object is made once and started anew for each solve. */
#ifndef CAPGATE_CVODE_SOLVER_H
#define CAPGATE_CVODE_SOLVER_H

#include "peer.h"

#include <sundials/sundials_config.h>

#ifdef KLU
#define SOLVER_NAME "CVODE BDF, KLU, SUNDIALS " SUNDIALS_VERSION
#else
#define SOLVER_NAME "CVODE BDF, dense, SUNDIALS " SUNDIALS_VERSION
#endif

struct solver;

/* NULL when it could not be made. */
struct solver *solver_new(void);
/* As peer_solve, with any parameters. */
int solver_solve(struct solver *s, const double *parameters, double rtol, double atol, int samples,
                 double every, double *values);
/* Evaluations of the right-hand side of the last solve. */
long solver_rhs(const struct solver *s);

#endif
