package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.MarkdownPrinter;
import org.capgate.input.Place;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelEquations;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDocumentTest {
  private static final Path PAGE = Path.of("..", "docs", "MODEL.md");
  private static final EquationSystem EQUATIONS = ModelEquations.of(Mechanisms.standard());

  @Test
  void thePageInTheRepositoryIsWhatTheProgramPrints() throws IOException {
    List<String> printed = ModelDocument.standard().text().lines().toList();
    List<String> stored = Files.readString(PAGE).lines().toList();
    String repair = "docs/MODEL.md is stale; run: ./capgate model > docs/MODEL.md";
    for (int i = 0; i < Math.min(printed.size(), stored.size()); i++) {
      assertEquals(printed.get(i), stored.get(i), repair + " (line " + (i + 1) + ")");
    }
    assertEquals(printed.size(), stored.size(), repair);
  }

  @Test
  void everyEquationIsPrintedOnceWithItsNumberItsMethodAndItsTest() {
    String page = ModelDocument.standard().text();
    for (Equation equation : EQUATIONS.equations()) {
      String stated =
          "Stated in `%s`, tested by `%s`"
              .formatted(equation.statedIn(), ModelEquations.testOf(equation));
      String line =
          page.lines()
              .filter(
                  text ->
                      text.startsWith(
                          "**(" + equation.number() + ")** `" + equation.symbol().name() + "`: "))
              .collect(Collectors.joining("\n"));
      assertTrue(line.endsWith(stated), equation.label());
      assertTrue(page.contains(MarkdownPrinter.formula(equation)), equation.label());
    }
  }

  @Test
  void theMethodThatIsNamedExists() throws Exception {
    for (Equation equation : EQUATIONS.equations()) {
      String[] named = equation.statedIn().split("#", 2);
      assertTrue(
          Stream.of(Class.forName("org.capgate.model." + named[0]).getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(named[1])),
          equation.label());
    }
  }

  @Test
  void theTestThatIsNamedExistsAndIsATest() throws Exception {
    for (Equation equation : EQUATIONS.equations()) {
      String[] named = ModelEquations.testOf(equation).split("#", 2);
      Method method =
          Arrays.stream(Class.forName("org.capgate.model." + named[0]).getDeclaredMethods())
              .filter(declared -> declared.getName().equals(named[1]))
              .findFirst()
              .orElseThrow(() -> new AssertionError(equation.label()));
      assertTrue(
          method.isAnnotationPresent(Test.class)
              || method.isAnnotationPresent(ParameterizedTest.class),
          named[1]);
    }
  }

  @Test
  void everyEquationOfTheTreatmentIsOnThePageAndEveryOneThereIsInTheCode() throws IOException {
    Set<String> inCode = new TreeSet<>();
    Pattern number = Pattern.compile("\\(Eq\\. (T\\d+)\\)");
    for (String room : List.of("treatment", "exposure")) {
      try (Stream<Path> sources =
          Files.walk(Path.of("src", "main", "java", "org", "capgate", room))) {
        for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          String text = Files.readString(source);
          number.matcher(text).results().forEach(hit -> inCode.add(hit.group(1)));
        }
      }
    }
    assertFalse(inCode.isEmpty());
    Set<String> onPage = new TreeSet<>();
    Pattern.compile("(?m)^\\*\\*\\((T\\d+)\\)\\*\\*")
        .matcher(ModelDocument.standard().text())
        .results()
        .forEach(hit -> onPage.add(hit.group(1)));
    assertEquals(inCode, onPage);
  }

  @Test
  void everyParameterOfTheFilesStandsInATable() {
    String page = ModelDocument.standard().text();
    for (Parameter parameter : ParameterSet.standard().parameters()) {
      assertTrue(page.contains("| `" + parameter.name() + "` | "), parameter::name);
    }
  }

  @Test
  void underAnotherChoiceItsEquationIsPrintedAndTheDefaultBecomesTheAlternative() {
    Mechanisms raising =
        Mechanisms.standard().with("inhibitory-translation", "raises-output", Place.UNKNOWN);
    String page = new ModelDocument(ParameterSet.standard(), raising).text();
    assertTrue(page.contains("Option: raises-output. Stated in"));
    assertTrue(page.contains("#### `inhibitory-translation` = `lowers-output`"));
    assertFalse(page.contains("#### `inhibitory-translation` = `raises-output`"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3, 3",
    "100000, 100000",
    "0.1, 0.1",
    "-0.45, -0.45",
    "0.6691831581351362, 0.669183",
    "0.0014338, 0.0014338",
    "0.00000138889, 1.38889e-6"
  })
  void numbersHaveSixDigits(double value, String text) {
    assertEquals(text, ModelDocument.number(value));
  }
}
