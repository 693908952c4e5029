/* Peak of fused multiply-add in doubles on one core: as many independent sums as hide its latency,
   in the widest vectors this processor has. Prints GFLOP/s, vector and scalar, a multiply-add being
   two operations. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <time.h>

#ifdef __AVX512F__
enum { LANES = 8 };
#elif defined(__AVX__)
enum { LANES = 4 };
#else
enum { LANES = 2 };
#endif
typedef double vector __attribute__((vector_size(8 * LANES)));

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* The compiler must neither drop nor join the chains: it sees them changed at every turn. */
#define CHAINS(TYPE, NAME)                                                                      \
  static double NAME(long turns, double factor, double *result) {                               \
    TYPE a = {0}, b = {0}, c = {0}, d = {0}, e = {0}, f = {0}, g = {0}, h = {0}, i = {0}, j = {0}; \
    const TYPE x = a + factor, y = a + (1 - factor);                                            \
    const double before = seconds();                                                            \
    for (long turn = 0; turn < turns; turn++) {                                                 \
      a = a * x + y, b = b * x + y, c = c * x + y, d = d * x + y, e = e * x + y;                \
      f = f * x + y, g = g * x + y, h = h * x + y, i = i * x + y, j = j * x + y;                \
      __asm__ volatile("" : "+x"(a), "+x"(b), "+x"(c), "+x"(d), "+x"(e));                       \
      __asm__ volatile("" : "+x"(f), "+x"(g), "+x"(h), "+x"(i), "+x"(j));                       \
    }                                                                                           \
    const double taken = seconds() - before;                                                    \
    const TYPE sum = a + b + c + d + e + f + g + h + i + j;                                     \
    *result += *(const double *)&sum;                                                           \
    return 2.0 * 10.0 * (double)turns * sizeof(TYPE) / sizeof(double) / taken * 1e-9;           \
  }
CHAINS(vector, vector_rate)
CHAINS(double, scalar_rate)

int main(void) {
  double best = 0, scalar = 0, result = 0;
  for (int repeat = 0; repeat < 20; repeat++) {
    const double v = vector_rate(2000000, 0.999, &result), s = scalar_rate(2000000, 0.999, &result);
    if (v > best) best = v;
    if (s > scalar) scalar = s;
  }
  printf("%.1f %.1f %d\n", best, scalar, LANES);
  return result == 0; /* the sums are used, so they must be computed */
}
