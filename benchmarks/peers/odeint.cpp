// boost odeint's rosenbrock4 (order 4(3), the coefficients of RODAS4) with dense output.
#include "peer.h"

#include <algorithm>
#include <boost/numeric/odeint.hpp>
#include <boost/version.hpp>
#include <exception>
#include <iostream>
#include <utility>
#include <vector>

namespace odeint = boost::numeric::odeint;
using Vector = boost::numeric::ublas::vector<double>;
using Matrix = boost::numeric::ublas::matrix<double>;

extern "C" {
extern const char *const peer_name;
const char *const peer_name = "odeint rosenbrock4, Boost " BOOST_LIB_VERSION;
}

namespace {
// The fourth weight of df/dt has the wrong sign in Boost (1.74 at least), which costs the method its
// order where the equations depend on time; with it the peer would be hundreds of times slower.
struct Coefficients : odeint::default_rosenbrock_coefficients<double> {
  const double d4 = -0.3620000000000023e-01;
};
using Rosenbrock4 = odeint::rosenbrock4<double, Coefficients>;

struct Rhs {
  animal *a;
  void operator()(const Vector &y, Vector &f, double t) const {
    animal_expose(a, t);
    a->rhs++;
    capgate_rhs(&y[0], a->q, a->u, &f[0]);
  }
};

struct Jacobian {
  animal *a;
  void operator()(const Vector &y, Matrix &dfdy, const double &t, Vector &dfdt) const {
    animal_expose(a, t);
    std::fill(dfdy.data().begin(), dfdy.data().end(), 0.0);
    capgate_jacobian_dense_rows(&y[0], a->q, a->u, &dfdy.data()[0]);
    capgate_time_derivative(&y[0], a->q, a->u, a->r, &dfdt[0]);
  }
};
}  // namespace

extern "C" int peer_solve(double rtol, double atol, int samples, double every, double *values,
                          long *rhs) try {
  static animal a;
  animal_set(&a, capgate_parameter_value);
  const int n = capgate_variables;
  Vector y(n);
  std::copy(capgate_initial_state, capgate_initial_state + n, y.begin());
  piece piece;
  int sample = 1;
  for (int k = 0; piece_of(k, samples * every, &piece); k++) {
    animal_enter(&a, piece.segment);
    std::vector<double> times{piece.from};
    for (int i = sample; i <= samples && i * every <= piece.to; i++) times.push_back(i * every);
    const bool ends_between_samples = times.back() != piece.to;
    if (ends_between_samples) times.push_back(piece.to);
    const double last = times.back();
    odeint::integrate_times(
        odeint::make_dense_output(atol, rtol, Rosenbrock4()),
        std::make_pair(Rhs{&a}, Jacobian{&a}), y, times.begin(), times.end(), FIRST_STEP_HOURS,
        [&](const Vector &at, double t) {
          if (t == piece.from || (ends_between_samples && t == last)) return;
          std::copy(at.begin(), at.end(), values + (sample++ - 1) * n);
        });
  }
  *rhs = a.rhs;
  return 0;
} catch (const std::exception &e) {
  std::cerr << "odeint: " << e.what() << '\n';
  return 1;
}
