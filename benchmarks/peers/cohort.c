/* Solves many parameter sets from the same initial state and answers a line each:

     cohort RTOL ATOL COUNT THREADS OUT   ok WALL_SECONDS CPU_SECONDS FAILED

   Arguments: file of the sets (two 64-bit integers, sets and parameters of each, then doubles), end
   in hours. OUT takes the end states, not a number where a set failed. One solver per thread, used
   for all its sets; sets are handed out one by one. */
#define _POSIX_C_SOURCE 200809L
#include "cvode_solver.h"

#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_THREADS = 64 };

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double *read_sets(const char *path, int64_t *sets) {
  FILE *file = fopen(path, "rb");
  int64_t size[2];
  if (!file || fread(size, sizeof size[0], 2, file) != 2 || size[1] != capgate_parameters) return NULL;
  const size_t numbers = (size_t)(size[0] * size[1]);
  double *values = malloc(sizeof(double) * numbers);
  if (values && fread(values, sizeof(double), numbers, file) != numbers) return NULL;
  fclose(file);
  *sets = size[0];
  return values;
}

static int solve_all(struct solver **solver, const double *sets, int count, int threads, double rtol,
                     double atol, double end, double *ends) {
  int failures = 0;
#pragma omp parallel for schedule(dynamic) num_threads(threads) reduction(+ : failures)
  for (int i = 0; i < count; i++) {
    double *state = ends + (size_t)i * (size_t)capgate_variables;
    if (solver_solve(solver[omp_get_thread_num()], sets + (size_t)i * (size_t)capgate_parameters,
                     rtol, atol, 1, end, state)) {
      failures++;
      for (int k = 0; k < capgate_variables; k++) state[k] = NAN;
    }
  }
  return failures;
}

int main(int arguments, char **argument) {
  int64_t sets = 0;
  double *parameters = arguments == 3 ? read_sets(argument[1], &sets) : NULL;
  if (!parameters) {
    fprintf(stderr, "usage: %s SETS END_HOURS; the sets must be of this model\n", argument[0]);
    return 2;
  }
  const double end = atof(argument[2]);
  double *ends = calloc((size_t)sets * (size_t)capgate_variables, sizeof(double));
  struct solver *solver[MOST_THREADS];
  for (int i = 0; i < MOST_THREADS; i++) {
    if (!(solver[i] = solver_new())) return 1;
  }
  char line[4096];
  printf("ready %s\n", SOLVER_NAME);
  fflush(stdout);
  while (ends && fgets(line, sizeof line, stdin)) {
    double rtol, atol;
    int count, threads, path = 0;
    line[strcspn(line, "\n")] = 0;
    FILE *out = NULL;
    if (sscanf(line, "cohort %lf %lf %d %d %n", &rtol, &atol, &count, &threads, &path) == 4 &&
        count <= sets && threads <= MOST_THREADS && (out = fopen(line + path, "wb"))) {
      const double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
      const int failures = solve_all(solver, parameters, count, threads, rtol, atol, end, ends);
      printf("ok %.9g %.9g %d\n", seconds(CLOCK_MONOTONIC) - wall,
             seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, failures);
      fwrite(ends, sizeof(double), (size_t)count * (size_t)capgate_variables, out);
      fclose(out);
    } else {
      printf("failed\n");
    }
    fflush(stdout);
  }
  return 0;
}
