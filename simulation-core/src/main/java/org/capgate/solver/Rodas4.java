package org.capgate.solver;

import org.capgate.dynamics.RosenbrockMethod;

/**
 * RODAS4, a stiffly accurate Rosenbrock method of order 4(3) with 6 stages for index-1 systems.
 *
 * <p>As printed in the program RODAS (subroutine ROCOE, METH = 1) of Hairer and Wanner 1996,
 * Solving Ordinary Differential Equations II, section IV.10. Stages 5 and 6 and the result follow
 * from each other: the argument of stage 6 is that of stage 5 plus u_5; the new state is that plus
 * u_6; and u_6 is the error of the embedded method of order 3. The continuous extension is of order
 * 3.
 */
final class Rodas4 {
  private static final double A51 = 0.1221224509226641e+01;
  private static final double A52 = 0.6019134481288629e+01;
  private static final double A53 = 0.1253708332932087e+02;
  private static final double A54 = -0.6878860361058950e+00;

  static final RosenbrockMethod METHOD =
      RosenbrockMethod.named("RODAS4", 4)
          .gamma(0.25)
          .stageWeights(
              row(),
              row(0.1544000000000000e+01),
              row(0.9466785280815826e+00, 0.2557011698983284e+00),
              row(0.3314825187068521e+01, 0.2896124015972201e+01, 0.9986419139977817e+00),
              row(A51, A52, A53, A54),
              row(A51, A52, A53, A54, 1))
          .couplings(
              row(),
              row(-0.5668800000000000e+01),
              row(-0.2430093356833875e+01, -0.2063599157091915e+00),
              row(-0.1073529058151375e+00, -0.9594562251023355e+01, -0.2047028614809616e+02),
              row(
                  0.7496443313967647e+01,
                  -0.1024680431464352e+02,
                  -0.3399990352819905e+02,
                  0.1170890893206160e+02),
              row(
                  0.8083246795921522e+01,
                  -0.7981132988064893e+01,
                  -0.3152159432874371e+02,
                  0.1631930543123136e+02,
                  -0.6058818238834054e+01))
          .times(0, 0.386, 0.21, 0.63, 1, 1)
          .timeDerivatives(0.25, -0.1043, 0.1035, -0.3620000000000023e-01, 0, 0)
          .stateWeights(A51, A52, A53, A54, 1, 1)
          .errorWeights(0, 0, 0, 0, 0, 1)
          .denseWeights(
              row(
                  0.1012623508344586e+02,
                  -0.7487995877610167e+01,
                  -0.3480091861555747e+02,
                  -0.7992771707568823e+01,
                  0.1025137723295662e+01,
                  0),
              row(
                  -0.6762803392801253e+00,
                  0.6087714651680015e+01,
                  0.1643084320892478e+02,
                  0.2476722511418386e+02,
                  -0.6594389125716872e+01,
                  0))
          .build();

  private Rodas4() {}

  private static double[] row(double... entries) {
    return entries;
  }
}
