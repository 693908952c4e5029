#include "cvode_solver.h"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef KLU
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>
#else
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#endif

struct solver {
  struct animal animal;
  SUNContext context;
  void *cvode;
  N_Vector y;
  SUNMatrix matrix;
  SUNLinearSolver linear;
};

static int rhs(double t, N_Vector y, N_Vector f, void *data) {
  struct animal *a = data;
  animal_expose(a, t);
  a->rhs++;
  capgate_rhs(N_VGetArrayPointer(y), a->q, a->u, N_VGetArrayPointer(f));
  return 0;
}

static int jacobian(double t, N_Vector y, N_Vector f, SUNMatrix matrix, void *data, N_Vector t1,
                    N_Vector t2, N_Vector t3) {
  (void)f, (void)t1, (void)t2, (void)t3;
  struct animal *a = data;
  animal_expose(a, t);
#ifdef KLU
  for (int i = 0; i <= capgate_variables; i++) SM_INDEXPTRS_S(matrix)[i] = capgate_csc_start[i];
  for (int i = 0; i < capgate_jacobian_entries; i++) SM_INDEXVALS_S(matrix)[i] = capgate_csc_row[i];
  capgate_jacobian_csc(N_VGetArrayPointer(y), a->q, a->u, SM_DATA_S(matrix));
#else /* CVODE has set the matrix to zero */
  capgate_jacobian_dense_columns(N_VGetArrayPointer(y), a->q, a->u, SM_DATA_D(matrix));
#endif
  return 0;
}

struct solver *solver_new(void) {
  struct solver *s = calloc(1, sizeof *s);
  if (!s || SUNContext_Create(NULL, &s->context)) return NULL;
  s->y = N_VNew_Serial(capgate_variables, s->context);
  s->cvode = CVodeCreate(CV_BDF, s->context);
  if (!s->y || !s->cvode || CVodeInit(s->cvode, rhs, 0, s->y)) return NULL;
#ifdef KLU
  s->matrix = SUNSparseMatrix(capgate_variables, capgate_variables, capgate_jacobian_entries,
                              CSC_MAT, s->context);
  s->linear = SUNLinSol_KLU(s->y, s->matrix, s->context);
#else
  s->matrix = SUNDenseMatrix(capgate_variables, capgate_variables, s->context);
  s->linear = SUNLinSol_Dense(s->y, s->matrix, s->context);
#endif
  if (CVodeSetUserData(s->cvode, &s->animal) || CVodeSStolerances(s->cvode, 1e-4, 1e-6) ||
      CVodeSetLinearSolver(s->cvode, s->linear, s->matrix) || CVodeSetJacFn(s->cvode, jacobian) ||
      CVodeSetMaxNumSteps(s->cvode, 5000000) ||
      CVodeSetErrFile(s->cvode, NULL)) /* failures are answered, not printed */
    return NULL;
  return s;
}

int solver_solve(struct solver *s, const double *parameters, double rtol, double atol, int samples,
                 double every, double *values) {
  const size_t state = sizeof(double) * (size_t)capgate_variables;
  double *y = N_VGetArrayPointer(s->y);
  animal_set(&s->animal, parameters);
  memcpy(y, capgate_initial_state, state);
  if (CVodeSStolerances(s->cvode, rtol, atol)) return 1;
  struct piece piece;
  int sample = 1;
  for (int k = 0; piece_of(k, samples * every, &piece); k++) {
    animal_enter(&s->animal, piece.segment);
    double t = piece.from;
    if (CVodeReInit(s->cvode, t, s->y) || CVodeSetInitStep(s->cvode, FIRST_STEP_HOURS) ||
        CVodeSetStopTime(s->cvode, piece.to))
      return 1;
    while (t < piece.to) {
      const double at = sample * every < piece.to ? sample * every : piece.to;
      if (CVode(s->cvode, at, s->y, &t, CV_NORMAL) < 0) return 1;
      if (at == sample * every) memcpy(values + (sample++ - 1) * capgate_variables, y, state);
    }
  }
  return 0;
}

long solver_rhs(const struct solver *s) { return s->animal.rhs; }
