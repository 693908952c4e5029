package org.capgate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
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
    assertEquals("ab", Names.nearest("a", List.of("ac", "ab")).orElseThrow());
    assertEquals("ab", Names.nearest("a", Set.of("ab", "ac", "ad")).orElseThrow());
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
