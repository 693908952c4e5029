/* CVODE, BDF, with the analytic Jacobian: dense, or sparse with KLU when compiled with -DKLU. The
   solver object is made once and started anew for each solve. */
#include "peer.h"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <string.h>
#ifdef KLU
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>
const char *const peer_name = "CVODE BDF, KLU, SUNDIALS " SUNDIALS_VERSION;
#else
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
const char *const peer_name = "CVODE BDF, dense, SUNDIALS " SUNDIALS_VERSION;
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

static int failed(const char *what) {
  fprintf(stderr, "CVODE: %s failed\n", what);
  return 1;
}

static int make(struct solver *s) {
  if (SUNContext_Create(NULL, &s->context) != 0) return failed("SUNContext_Create");
  s->y = N_VNew_Serial(capgate_variables, s->context);
  s->cvode = CVodeCreate(CV_BDF, s->context);
  if (!s->y || !s->cvode || CVodeInit(s->cvode, rhs, 0, s->y)) return failed("CVodeInit");
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
      CVodeSetMaxNumSteps(s->cvode, 5000000))
    return failed("setting up");
  return 0;
}

/* From the initial state over all pieces; keeps samples where values is not NULL. */
static int solve(struct solver *s, double rtol, double atol, int samples, double every,
                 double *values) {
  const double end = samples * every;
  double *y = N_VGetArrayPointer(s->y);
  memcpy(y, capgate_initial_state, sizeof(double) * (size_t)capgate_variables);
  if (CVodeSStolerances(s->cvode, rtol, atol)) return failed("CVodeSStolerances");
  struct piece piece;
  int sample = 1;
  for (int k = 0; piece_of(k, end, &piece); k++) {
    animal_enter(&s->animal, piece.segment);
    double t = piece.from;
    if (CVodeReInit(s->cvode, t, s->y) || CVodeSetInitStep(s->cvode, FIRST_STEP_HOURS) ||
        CVodeSetStopTime(s->cvode, piece.to))
      return failed("starting");
    while (t < piece.to) {
      const double at = sample * every < piece.to ? sample * every : piece.to;
      if (CVode(s->cvode, at, s->y, &t, CV_NORMAL) < 0) return failed("CVode");
      if (at == sample * every) {
        memcpy(values + (sample - 1) * capgate_variables, y,
               sizeof(double) * (size_t)capgate_variables);
        sample++;
      }
    }
  }
  return 0;
}

int peer_solve(double rtol, double atol, int samples, double every_hours, double *values,
               long *rhs_evaluations) {
  static struct solver s;
  if (!s.cvode && make(&s)) return 1;
  animal_set(&s.animal, capgate_parameter_value);
  const int error = solve(&s, rtol, atol, samples, every_hours, values);
  *rhs_evaluations = s.animal.rhs;
  return error;
}
