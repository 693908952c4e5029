/* What a solver has to offer to be measured, and what it is given. */
#ifndef CAPGATE_PEER_H
#define CAPGATE_PEER_H

#include "model.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { MOST_INPUTS = 32, MOST_PREPARED = 1024, MOST_VARIABLES = 128 };

/* The first step of all solvers, also after a dose: the time on which the drug effects begin to
   change, as CapGate itself is told. Without it a settled system is stepped across the dose. */
#define FIRST_STEP_HOURS 0.015

/* The model with one set of parameters; drug effects are kept as long as the time stays the same. */
struct animal {
  double q[MOST_PREPARED];
  double u[MOST_INPUTS], r[MOST_INPUTS];
  double exposed_hours;
  int segment;
  long rhs; /* evaluations so far */
};

void animal_set(struct animal *a, const double *parameters);
void animal_enter(struct animal *a, int segment);
void animal_expose(struct animal *a, double hours);

/* One smooth piece of the time span: the solver starts anew at its beginning. */
struct piece {
  int segment;
  double from, to;
};
/* The k-th piece of 0 ... end_hours; 0 when there are no more. */
int piece_of(int k, double end_hours, struct piece *piece);

/* To be defined by each peer. */
extern const char *const peer_name;
/* Solves from 0 to samples * every_hours; values: [sample][variable]. Returns 0, or an error. */
int peer_solve(double rtol, double atol, int samples, double every_hours, double *values, long *rhs);

#ifdef __cplusplus
}
#endif
#endif
