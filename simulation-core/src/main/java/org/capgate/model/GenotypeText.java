package org.capgate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.treatment.CellClass;

/** Reads the words of a genotype; the grammar is described at {@link Genotype#parse}. */
final class GenotypeText {

  private static final String FORM = "an edit is written GENE xFACTOR CELLS, such as 4EBP2 x0 all";
  private static final List<String> CELL_NOUNS = List.of("cells", "neurons");
  private static final String KNOCKOUT = "knockout";
  private static final Pattern WORD = Pattern.compile("\\S+");

  private final String text;
  private final Place place;
  private final Map<String, Gene> vocabulary;
  private final List<String> subclasses; // of inhibitory cells
  private final Map<String, Genotype> ofSubclasses = new LinkedHashMap<>();
  private Genotype ofClasses = Genotype.wildType();

  GenotypeText(String text, Place place, Map<String, Gene> vocabulary, List<String> subclasses) {
    this.text = text;
    this.place = place;
    this.vocabulary = vocabulary;
    this.subclasses = subclasses;
  }

  GenotypeOfSubclasses genotype() {
    if (!text.strip().equals(Genotype.WILD_TYPE_WORD) && !text.strip().equals("wild type")) {
      int start = 0;
      for (String edit : text.split(";", -1)) {
        edit(start, edit);
        start += edit.length() + 1;
      }
    }
    return new GenotypeOfSubclasses(ofClasses, ofSubclasses);
  }

  private void edit(int start, String edit) {
    // Parentheses are for the eye; blanks in their place keep every word where it stands.
    List<MatchResult> words =
        WORD.matcher(edit.replace('(', ' ').replace(')', ' ')).results().toList();
    if (words.isEmpty()) {
      throw wrong(start, "an edit is empty; " + FORM);
    }
    int genesAt = start + words.get(0).start();
    List<Gene> genes = genes(words.get(0).group(), genesAt);
    String factorWord = words.size() > 1 ? words.get(1).group() : "";
    boolean knockout = factorWord.equals(KNOCKOUT);
    if (words.size() < (knockout ? 2 : 3)) {
      throw wrong(genesAt, "the edit " + quoted(edit.strip()) + " is incomplete; " + FORM);
    }
    double factor = knockout ? 0 : factor(factorWord, start + words.get(1).start());
    String cells = words.size() > 2 ? words.get(2).group() : "all";
    boolean isSubclass = subclasses.contains(cells);
    if (!isSubclass && !Genotype.CELLS.contains(cells)) {
      List<String> known = Stream.concat(Genotype.CELLS.stream(), subclasses.stream()).toList();
      throw wrong(start + words.get(2).start(), Names.unknown("class of cells", cells, known));
    }
    int end = words.size() > 3 && CELL_NOUNS.contains(words.get(3).group()) ? 4 : 3;
    if (words.size() > end) {
      throw wrong(
          start + words.get(end).start(),
          "unexpected word " + quoted(words.get(end).group()) + "; " + FORM);
    }
    for (Gene gene : genes) {
      Genotype.Edit scaled = Genotype.scaled(gene, factor);
      Genotype one =
          switch (cells) {
            case "excitatory" -> scaled.in(CellClass.EXCITATORY);
            case "all" -> scaled.inAllCells();
            default -> scaled.in(CellClass.INHIBITORY);
          };
      if (isSubclass) {
        Genotype before = ofSubclasses.getOrDefault(cells, Genotype.wildType());
        ofSubclasses.put(cells, product(before, one, start));
      } else {
        ofClasses = product(ofClasses, one, start);
      }
    }
  }

  /** One gene, or several that are edited alike, joined by a slash. */
  private List<Gene> genes(String word, int at) {
    if (word.equals(Genotype.WILD_TYPE_WORD)) {
      throw wrong(at, "'wild-type' stands alone and cannot be joined with edits");
    }
    List<Gene> genes = new ArrayList<>();
    int offset = 0;
    for (String one : word.split("/", -1)) {
      Gene gene = vocabulary.get(one);
      if (gene == null) {
        throw wrong(at + offset, unknownGene(one));
      }
      genes.add(gene);
      offset += one.length() + 1;
    }
    return genes;
  }

  private double factor(String word, int at) {
    OptionalDouble factor =
        word.startsWith("x") ? Numbers.parse(word.substring(1)) : OptionalDouble.empty();
    if (factor.isEmpty()) {
      throw wrong(
          at, "a factor is written x and a number, such as x0 or x1.5, but was " + quoted(word));
    }
    Bounds.nonNegative("")
        .complaint("factor", factor.getAsDouble())
        .ifPresent(
            complaint -> {
              throw wrong(at, complaint);
            });
    return factor.getAsDouble();
  }

  private Genotype product(Genotype genotype, Genotype edit, int start) {
    try {
      return genotype.and(edit);
    } catch (IllegalArgumentException tooLarge) {
      throw wrong(start, String.valueOf(tooLarge.getMessage()));
    }
  }

  private String unknownGene(String word) {
    List<String> known = new ArrayList<>(vocabulary.keySet());
    if (Names.nearest(word, known).isEmpty()) { // one spelling of each is enough to choose from
      known.removeIf(spelling -> !Gene.words().contains(spelling));
    }
    if (text.indexOf(';') < 0) {
      known.add(Genotype.WILD_TYPE_WORD);
    }
    return Names.unknown("gene", word, known);
  }

  private static String quoted(String word) {
    return Names.quoted(word);
  }

  private InputException wrong(int offset, String complaint) {
    return new InputException(place.plus(offset), "genotype: " + complaint);
  }
}
