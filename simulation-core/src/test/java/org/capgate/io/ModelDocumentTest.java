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
import org.capgate.equations.Kind;
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
  private static final StatementIndex INDEX = StatementIndex.standard();

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
      StatementIndex.Entry entry = INDEX.of(equation.symbol());
      String line =
          page.lines()
              .filter(
                  text ->
                      text.startsWith(
                          "**(" + equation.number() + ")** `" + equation.symbol().name() + "`: "))
              .collect(Collectors.joining("\n"));
      assertTrue(
          line.endsWith("Stated in `" + entry.statement() + "`, tested by `" + entry.test() + "`"),
          equation.label());
      assertTrue(page.contains(MarkdownPrinter.formula(equation)), equation.label());
    }
  }

  @Test
  void theIndexNamesEveryStatedSymbolAndNoOther() {
    Set<String> stated =
        EQUATIONS.equations().stream()
            .map(equation -> StatementIndex.withoutClass(equation.symbol().name()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(stated, new TreeSet<>(INDEX.symbols()));
  }

  @Test
  void theMethodThatIsNamedExistsAndItsClassMentionsTheSymbol() throws Exception {
    for (Equation equation : EQUATIONS.equations()) {
      String[] statement = INDEX.of(equation.symbol()).statement().split("#", 2);
      assertTrue(
          Stream.of(Class.forName("org.capgate.model." + statement[0]).getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(statement[1])),
          equation.label());
      String source =
          Files.readString(
              Path.of("src", "main", "java", "org", "capgate", "model", statement[0] + ".java"));
      String name = equation.symbol().name().replaceFirst("(?<=.)(Excitatory|Inhibitory).*", "");
      assertTrue(
          Pattern.compile("\"" + name + "|\\." + name + "\\w*\\(\\)").matcher(source).find()
              || equation.option().length() > 0, // an option is handed the symbol it states
          statement[0] + " does not mention " + name);
    }
  }

  @Test
  void theTestThatIsNamedExistsAndIsATest() throws Exception {
    for (String symbol : INDEX.symbols()) {
      String[] named = INDEX.of(EQUATIONS.find(firstWith(symbol))).test().split("#", 2);
      Method method =
          Arrays.stream(Class.forName("org.capgate.model." + named[0]).getDeclaredMethods())
              .filter(declared -> declared.getName().equals(named[1]))
              .findFirst()
              .orElseThrow(() -> new AssertionError(named[0] + "#" + named[1]));
      assertTrue(
          method.isAnnotationPresent(Test.class)
              || method.isAnnotationPresent(ParameterizedTest.class),
          named[1]);
    }
  }

  private static String firstWith(String stem) {
    return EQUATIONS.symbols().stream()
        .filter(symbol -> symbol.kind() != Kind.PARAMETER && symbol.kind() != Kind.INPUT)
        .map(symbol -> symbol.name())
        .filter(name -> StatementIndex.withoutClass(name).equals(stem))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyEquationOfTheTreatmentIsOnThePageAndEveryOneThereIsInTheCode() throws IOException {
    Set<String> inCode = new TreeSet<>();
    Pattern number = Pattern.compile("\\(Eq\\. (T\\d+)\\)");
    try (Stream<Path> sources =
        Files.walk(Path.of("src", "main", "java", "org", "capgate", "treatment"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        number.matcher(Files.readString(source)).results().forEach(hit -> inCode.add(hit.group(1)));
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
