package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.equations.EquationSystem;
import org.capgate.exposure.Exposure;
import org.capgate.input.Place;
import org.capgate.io.ModelSource.Form;
import org.capgate.model.Genotype;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported C source, compiled and run, against the kernels of this library. */
class ModelSourceTest {
  private static final int STATES = 60;

  @TempDir static Path folder;

  @BeforeAll
  static void aCompilerIsThere() throws Exception {
    boolean found = false;
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      found |= Files.isExecutable(Path.of(directory, "gcc"));
    }
    assumeTrue(found, "gcc is not on the PATH, so the exported C source cannot be compiled");
  }

  static Stream<Arguments> scenarios() {
    return Stream.of(
        of(Form.ORDINARY, mouse("ketamine 10 mg/kg ip at 24 h")),
        of(Form.QUASI_STEADY, mouse("ketamine 10 mg/kg ip at 24 h")),
        of(Form.ORDINARY, mouse("none")),
        // the whole chain of metabolites, repeated, with an inhibitor and an actuator beside it
        of(
            Form.QUASI_STEADY,
            mouse(
                "rapamycin 5 nmol icv at -1 h; ketamine 30 mg/kg ip every 24 h for 3 d;"
                    + " hm3dq inhibitory at 2 h for 1 h; citalopram 10 mg/kg ip at 0 h")),
        // two compartments and an infusion
        of(
            Form.ORDINARY,
            with(Scenario.of(Species.HUMAN), "s-ketamine 0.5 mg/kg iv at 0 h for 0.67 h")),
        of(
            Form.QUASI_STEADY,
            with(
                Scenario.mouse()
                    .preparation(Preparation.SLICE)
                    .stress(Stress.CHRONIC)
                    .genotype(Genotype.parse("4EBP2 x0 inhibitory", Place.UNKNOWN)),
                "ketamine 20 uM bath at 0 h for 1 h")));
  }

  private static Arguments of(Form form, Scenario scenario) {
    return Arguments.of(form, scenario.treatment().text(), scenario);
  }

  private static Scenario mouse(String treatment) {
    return with(Scenario.mouse(), treatment);
  }

  private static Scenario with(Scenario.Builder subject, String treatment) {
    return subject
        .treatment(Regimen.parse(treatment, Place.UNKNOWN, CompoundCatalogue.standard()))
        .build();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("scenarios")
  void computesWhatTheKernelComputes(Form form, String treatment, Scenario scenario)
      throws Exception {
    EquationSystem system =
        form == Form.ORDINARY
            ? scenario.laboratory().model().ordinaryEquations()
            : scenario.laboratory().model().equations();
    Kernel kernel = Kernels.compile(system);
    double[] q =
        kernel.prepare(
            scenario.laboratory().parameters(scenario.genotype(), scenario.stress().level()));
    Exposure exposure = scenario.exposure();
    double[] breakpoints = exposure.breakpointsHours();
    StringBuilder questions = new StringBuilder();
    List<double[]> expected = new ArrayList<>();
    RandomStream random = RandomStream.of(7, 0, 0, "states of " + treatment);
    for (int number = 0; number < STATES; number++) {
      double[] y = scenario.settled().state();
      for (int i = 0; i < y.length; i++) {
        y[i] = y[i] * random.uniform(0.5, 1.5) + random.uniform(0, 0.05);
      }
      int segment = number % (breakpoints.length + 1);
      double tHours = (segment == 0 ? -2 : breakpoints[segment - 1]) + random.logUniform(1e-4, 30);
      Arrays.stream(y).forEach(value -> questions.append(value).append(' '));
      questions.append(segment).append(' ').append(tHours).append('\n');
      expected.add(kernelAt(kernel, q, exposure, segment, tHours, y));
    }
    List<double[]> answered = run(ModelSource.of(scenario, form, List.of(treatment)), questions);
    assertEquals(STATES, answered.size());
    for (int number = 0; number < STATES; number++) {
      double[] wanted = expected.get(number);
      double[] got = answered.get(number);
      assertEquals(wanted.length, got.length);
      // the largest of a block counts: small entries of it are differences of larger numbers
      double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < wanted.length; i++) {
        // 1e-9: a few hundred roundings and exp and pow of the C library, both 1e-13, in sums of
        // exponentials that cancel to a thousandth and less soon after a dose
        double tolerance = 1e-9 * Math.max(Math.abs(wanted[i]), 1e-3 * Math.min(largest, 1e3));
        assertEquals(wanted[i], got[i], tolerance, "state " + number + ", number " + i);
      }
    }
  }

  /** Drug effects, their rates, f, Jacobian, time derivative and readouts, one after the other. */
  private static double[] kernelAt(
      Kernel kernel, double[] q, Exposure exposure, int segment, double tHours, double[] y) {
    int n = kernel.variables();
    double[] u = new double[kernel.inputs()];
    double[] uPerHour = new double[u.length];
    Exposure.Cursor cursor = exposure.newExactCursor();
    cursor.enterSegment(segment);
    cursor.evaluate(tHours, u, uPerHour);
    double[] work = new double[kernel.workLength()];
    double[] f = new double[n];
    double[] dfdy = new double[n * n];
    double[] dfdt = new double[n];
    double[] readouts = new double[kernel.readouts()];
    kernel.rhs(y, q, u, work, f);
    kernel.jacobian(y, q, u, work, dfdy);
    kernel.inputDerivative(y, q, u, uPerHour, work, dfdt);
    kernel.readouts(y, q, u, work, readouts);
    return Stream.of(u, uPerHour, f, dfdy, dfdt, readouts)
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  private static List<double[]> run(String source, CharSequence questions) throws Exception {
    Path file = folder.resolve("model.c");
    Path program = folder.resolve("model");
    try (InputStream main = ModelSourceTest.class.getResourceAsStream("evaluate-model.c")) {
      if (main == null) {
        throw new IOException("evaluate-model.c is not on the class path");
      }
      Files.writeString(file, source + new String(main.readAllBytes(), StandardCharsets.UTF_8));
    }
    // contraction would round once where the kernel may round twice
    finish(
        "gcc -std=c99 -O1 -ffp-contract=off -Wall -Wextra -Werror".split(" ", -1),
        file.toString(),
        "-o",
        program.toString(),
        "-lm");
    Path in = folder.resolve("questions.txt");
    Path out = folder.resolve("answers.txt");
    Files.writeString(in, questions);
    Process process =
        new ProcessBuilder(program.toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), "the compiled model failed or contradicts itself");
    return Files.readAllLines(out).stream()
        .map(line -> Stream.of(line.split(" ", -1)).filter(word -> !word.isEmpty()))
        .map(words -> words.mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static void finish(String[] command, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    Path log = folder.resolve("compiler.txt");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the compiler did not end");
    assertEquals(0, process.exitValue(), Files.readString(log));
  }
}
