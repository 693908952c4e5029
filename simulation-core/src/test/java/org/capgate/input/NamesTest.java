package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final List<String> READOUTS =
      List.of("mood", "immobility", "phospho-4ebp", "phospho-eef2", "bdnf", "plasma-ketamine");

  @ParameterizedTest(name = "{0} is read as {1}")
  @CsvSource({
    "mod,mood",
    "Mood,mood",
    "imobility,immobility",
    "phospho4ebp,phospho-4ebp",
    "phopsho-eef2,phospho-eef2",
    "plasma,plasma-ketamine",
    "bndf,bdnf"
  })
  void aMisspelledWordFindsTheNameThatWasMeant(String written, String meant) {
    assertEquals(meant, Names.nearest(written, READOUTS).orElseThrow());
    assertEquals(
        "unknown readout '" + written + "', did you mean '" + meant + "'?",
        Names.unknown("readout", written, READOUTS));
  }

  @Test
  void equalDistancesAreDecidedAlphabeticallyWhateverTheOrderOfTheCollection() {
    assertEquals("abc", Names.nearest("abd", List.of("abx", "abc")).orElseThrow());
    assertEquals("abc", Names.nearest("abd", Set.of("abc", "abx", "aby")).orElseThrow());
  }

  @ParameterizedTest(name = "{0} is not taken for {1}")
  @CsvSource({
    "nosuch,hnk",
    "sweep,model",
    "xy,xz",
    "kg,mg",
    "completely-different,mood",
    "wildtype,hnk"
  })
  void nothingFurtherThanAThirdOfTheLengthIsSuggested(String written, String known) {
    assertEquals(Optional.empty(), Names.nearest(written, List.of(known)));
    assertEquals(
        "unknown preset '%s'; known: %s".formatted(written, known),
        Names.unknown("preset", written, List.of(known)));
  }

  @Test
  void whatWasWrittenIsNeverSuggested() {
    assertEquals(Optional.empty(), Names.nearest("for", List.of("for", "every", ";")));
    String longName = "x".repeat(100);
    assertEquals(Optional.empty(), Names.nearest(longName, List.of(longName)));
    assertEquals("Mood", Names.nearest("mood", List.of("Mood", "mood")).orElseThrow());
  }

  @Test
  void manyNamesAreNotListed() {
    List<String> many = IntStream.range(0, 50).mapToObj("name%d"::formatted).toList();
    assertEquals("unknown parameter 'zzz'", Names.unknown("parameter", "zzz", many));
  }

  @Test
  void nothingIsNearestWhenNothingIsKnown() {
    assertEquals("unknown gene 'X', none is known", Names.unknown("gene", "X", List.of()));
  }

  @Test
  void wordsInMessagesAreShortenedAndFreeOfControlCharacters() {
    String shown = Names.quoted("line\nbreak\u0007\u202e" + "x".repeat(1000));
    assertEquals(63, shown.length());
    assertFalse(
        shown.contains("\n") || shown.contains("\u0007") || shown.contains("\u202e"), shown);
  }
}
