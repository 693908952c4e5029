/* The compiled right-hand side, Jacobian and dose for R's deSolve. */
#include "peer.h"

#include <string.h>

static struct animal animal;

void initialise(void (*parameters)(int *, double *));
void derivatives(int *n, double *t, double *y, double *f, double *out, int *info);
void jacobian(int *n, double *t, double *y, int *lower, int *upper, double *dfdy, int *rows,
              double *out, int *info);
void breakpoint(int *n, double *t, double *y);
void evaluations(double *count);
void initial_state(double *y);
void breakpoints(double *hours);

void initialise(void (*parameters)(int *, double *)) {
  (void)parameters;
  animal_set(&animal, capgate_parameter_value);
}

void derivatives(int *n, double *t, double *y, double *f, double *out, int *info) {
  (void)n, (void)out, (void)info;
  animal_expose(&animal, *t);
  animal.rhs++;
  capgate_rhs(y, animal.q, animal.u, f);
}

void jacobian(int *n, double *t, double *y, int *lower, int *upper, double *dfdy, int *rows,
              double *out, int *info) {
  (void)lower, (void)upper, (void)out, (void)info;
  animal_expose(&animal, *t);
  memset(dfdy, 0, sizeof(double) * (size_t)(*rows * *n));
  capgate_jacobian_dense_columns(y, animal.q, animal.u, dfdy);
}

void breakpoint(int *n, double *t, double *y) {
  (void)n, (void)t, (void)y;
  animal_enter(&animal, animal.segment + 1);
}

/* Asked by lsoda.R through .C. */
void evaluations(double *count) { *count = (double)animal.rhs; }

void initial_state(double *y) {
  memcpy(y, capgate_initial_state, sizeof(double) * (size_t)capgate_variables);
}

void breakpoints(double *hours) {
  memcpy(hours, capgate_breakpoint_hours, sizeof(double) * (size_t)capgate_breakpoints);
}
