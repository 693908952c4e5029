/* What `capgate export --format c` defines; see the comment at the head of its output. */
#ifndef CAPGATE_MODEL_H
#define CAPGATE_MODEL_H

#ifdef __cplusplus
extern "C" {
#endif

extern const int capgate_variables, capgate_differential, capgate_parameters, capgate_prepared;
extern const int capgate_inputs_count, capgate_jacobian_entries, capgate_breakpoints;
extern const double capgate_initial_state[], capgate_parameter_value[], capgate_breakpoint_hours[];
extern const int capgate_csc_start[], capgate_csc_row[];

void capgate_prepare(const double *p, double *q);
void capgate_inputs(int segment, double t, double *u, double *r);
void capgate_rhs(const double *y, const double *q, const double *u, double *f);
void capgate_jacobian_csc(const double *y, const double *q, const double *u, double *entries);
void capgate_jacobian_dense_columns(const double *y, const double *q, const double *u, double *dfdy);
void capgate_jacobian_dense_rows(const double *y, const double *q, const double *u, double *dfdy);
void capgate_time_derivative(const double *y, const double *q, const double *u, const double *r,
                             double *dfdt);

#ifdef __cplusplus
}
#endif
#endif
