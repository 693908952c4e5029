/* Answers on standard output what it is asked on standard input, a line each:

     solve RTOL ATOL            ok RHS VALUE...         all variables, sample after sample
     time RTOL ATOL MINIMUM_MS  ok BEST MEDIAN RUNS     ms of thread CPU time of one solve

   An error is answered with 'failed'. Arguments: number of samples, hours between them. */
#define _POSIX_C_SOURCE 200809L
#include "peer.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FEWEST_RUNS = 3, MOST_RUNS = 5000 };

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: %s SAMPLES HOURS\n", arguments[0]);
    return 2;
  }
  const int samples = atoi(arguments[1]);
  const double every = atof(arguments[2]);
  const int values = samples * capgate_variables;
  double *value = malloc(sizeof(double) * (size_t)values);
  static double run[MOST_RUNS];
  char line[256];
  printf("ready %s\n", peer_name);
  fflush(stdout);
  while (value && fgets(line, sizeof line, stdin)) {
    double rtol, atol, minimum;
    long rhs;
    if (sscanf(line, "solve %lf %lf", &rtol, &atol) == 2) {
      if (peer_solve(rtol, atol, samples, every, value, &rhs) != 0) {
        printf("failed\n");
      } else {
        printf("ok %ld", rhs);
        for (int i = 0; i < values; i++) printf(" %.17g", value[i]);
        printf("\n");
      }
    } else if (sscanf(line, "time %lf %lf %lf", &rtol, &atol, &minimum) == 3) {
      const double began = milliseconds();
      int runs = 0, error = 0;
      while (!error && runs < MOST_RUNS && (runs < FEWEST_RUNS || milliseconds() - began < minimum)) {
        const double before = milliseconds();
        error = peer_solve(rtol, atol, samples, every, value, &rhs);
        run[runs++] = milliseconds() - before;
      }
      qsort(run, (size_t)runs, sizeof run[0], ascending);
      if (error) printf("failed\n");
      else printf("ok %.9g %.9g %d\n", run[0], run[runs / 2], runs);
    } else {
      printf("failed\n");
    }
    fflush(stdout);
  }
  free(value);
  return 0;
}
