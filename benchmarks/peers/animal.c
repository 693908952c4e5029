#include "peer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void animal_set(struct animal *a, const double *parameters) {
  if (capgate_variables > MOST_VARIABLES || capgate_prepared > MOST_PREPARED ||
      capgate_inputs_count > MOST_INPUTS) {
    fprintf(stderr, "the model has outgrown the arrays of peer.h\n");
    exit(2);
  }
  capgate_prepare(parameters, a->q);
  a->rhs = 0;
  animal_enter(a, 0);
}

void animal_enter(struct animal *a, int segment) {
  a->segment = segment;
  a->exposed_hours = NAN;
}

void animal_expose(struct animal *a, double hours) {
  if (hours != a->exposed_hours) {
    capgate_inputs(a->segment, hours, a->u, a->r);
    a->exposed_hours = hours;
  }
}

int piece_of(int k, double end_hours, struct piece *piece) {
  double from = 0;
  for (int segment = 0; segment <= capgate_breakpoints; segment++) {
    const double next = segment < capgate_breakpoints ? capgate_breakpoint_hours[segment] : end_hours;
    const double to = next < end_hours ? next : end_hours;
    if (to > from && k-- == 0) {
      *piece = (struct piece){segment, from, to};
      return 1;
    }
    from = to > from ? to : from;
  }
  return 0;
}
