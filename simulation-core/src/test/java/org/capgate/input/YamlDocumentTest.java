package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlDocumentTest {

  private static YamlMapping read(String text) {
    return YamlDocument.read(new SourceText("d.yaml", text));
  }

  private static String complaintAbout(String text) {
    return assertThrows(InputException.class, () -> readAll(text)).getMessage();
  }

  private static void readAll(String text) {
    YamlMapping root = read(text).knowing("name", "dose", "targets");
    root.text("name");
    root.number("dose", Bounds.positive("mg"));
    for (YamlMapping target : root.mappings("targets")) {
      target.knowing("sign").oneOf("sign", List.of("block", "potentiate"));
    }
  }

  @Test
  void fieldsListsAndNumbersAreReadWithTheirPlaces() {
    YamlMapping root = read("# note\nname: hnk\ndose: 1.5e1\ntargets:\n  - {sign: block}\n");
    assertEquals("hnk", root.text("name"));
    assertEquals(15, root.number("dose", Bounds.positive("mg")));
    YamlMapping target = root.mappings("targets").get(0);
    assertEquals("targets[0]", target.path());
    assertEquals("d.yaml:5:12", target.required("sign").place().toString());
    assertEquals(List.of("name", "dose", "targets"), List.copyOf(root.fields().keySet()));
  }

  static List<List<String>> mistakes() {
    return List.of(
        List.of("", "d.yaml:1:1: the document is empty"),
        List.of("- a\n", "d.yaml:1:1: must be a mapping, but was a list"),
        List.of("name: a\ndsoe: 1\n", "d.yaml:2:1: unknown field 'dsoe', did you mean 'dose'?"),
        List.of("name: a\n", "d.yaml:1:1: field 'dose' is missing"),
        List.of("name: a\nname: b\n", "d.yaml:2:1: field 'name' is stated twice"),
        List.of("name:\ndose: 1\n", "d.yaml:1:6: name: must not be empty"),
        List.of("name: a\ndose: x\n", "d.yaml:2:7: dose: must be a number, but was 'x'"),
        List.of("name: a\ndose: '1'\n", "d.yaml:2:7: dose: must be a number, but was the text '1'"),
        List.of("name: a\ndose: .nan\n", "d.yaml:2:7: dose: must be a number, but was '.nan'"),
        List.of("name: a\ndose: 0\n", "d.yaml:2:7: dose must be finite and > 0 mg, but was 0"),
        List.of("name: a\ndose: [1]\n", "d.yaml:2:7: dose: must be a single value, but was a list"),
        List.of(
            "name: a\ndose: 1\ntargets:\n - sing: block\n",
            "d.yaml:4:4: targets[0]: unknown field 'sing', did you mean 'sign'?"),
        List.of(
            "name: a\ndose: 1\ntargets:\n - sign: blok\n",
            "d.yaml:4:10: targets[0].sign: unknown sign 'blok', did you mean 'block'?"),
        List.of(
            "name: a\ndose: 1\ntargets: x\n", "d.yaml:3:10: targets: must be a list, but was 'x'"),
        List.of("name: a\n---\nname: b\n", "d.yaml:2:1: a second document starts here"),
        List.of("name: &a x\n", "d.yaml:1:7: name: anchors (&) and aliases (*) are not accepted"),
        List.of("name: !!int 3\n", "d.yaml:1:7: name: tags (!) are not accepted"),
        List.of("name: 'a\n", "is not valid YAML"),
        List.of("name: a\n\tdose: 1\n", "is not valid YAML"),
        List.of("[a]: 1\n", "d.yaml:1:1: a field name must be a word, but was a list"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakesNameThePlaceTheFieldAndTheNearestName(List<String> textAndMessage) {
    String message = complaintAbout(textAndMessage.get(0));
    assertTrue(message.contains(textAndMessage.get(1)), message);
    assertTrue(message.startsWith("d.yaml:") && !message.contains("\n"), message);
  }

  @Test
  void documentsBuiltToExplodeAreRefusedAtOnce() {
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    String deep = "a: " + "[".repeat(100_000);
    String deepBlocks = "- ".repeat(100_000);
    String mapping = "{a: ".repeat(50_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), // each takes milliseconds; the margin is for a busy machine
        () -> {
          assertTrue(complaintAbout(bomb).contains("anchors"));
          assertTrue(complaintAbout(deep).contains("nested deeper than 20 levels"));
          assertTrue(complaintAbout(deepBlocks).contains("nested deeper than 20 levels"));
          assertTrue(complaintAbout(mapping).contains("nested deeper than 20 levels"));
          assertTrue(complaintAbout("a: x\n".repeat(300_000)).contains("is longer than"));
        });
  }

  @Test
  void truthValuesAndWholeNumbersAreReadStrictly() {
    YamlMapping root = read("a: true\nb: 12\nc: yes\nd: 1.0\n");
    assertTrue(root.required("a").asScalar().truth());
    assertEquals(12, root.required("b").asScalar().wholeNumber(0, 20));
    assertThrows(InputException.class, () -> root.required("c").asScalar().truth());
    assertThrows(InputException.class, () -> root.required("d").asScalar().wholeNumber(0, 20));
    assertThrows(InputException.class, () -> root.required("b").asScalar().wholeNumber(0, 10));
  }
}
