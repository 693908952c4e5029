package org.capgate.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.capgate.equations.Symbol;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelEquations;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;

/**
 * What proteins, compounds, symbols and species are in public databases, from
 * seeds/annotations.csv. Immutable.
 */
final class Annotations {
  /** Namespace of qualifiers of what something is in biology. */
  static final String BIOLOGY = "http://biomodels.net/biology-qualifiers/";

  private static final List<String> COLUMNS =
      List.of("what", "key", "qualifier", "identifier", "source");
  private static final List<String> QUALIFIERS =
      List.of(
          "is",
          "hasPart",
          "isVersionOf",
          "isHomologTo",
          "isPropertyOf",
          "hasProperty",
          "hasTaxon",
          "isDescribedBy");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "uniprot:[A-Z0-9]{6,10}|chebi:\\d+|go:\\d{7}|pubmed:\\d+|taxonomy:\\d+"
              + "|inchikey:[A-Z]{14}-[A-Z]{10}-[A-Z]");

  /**
   * One statement about a thing.
   *
   * @param qualifier how the thing and the entry belong together, a word of the biology qualifiers
   * @param identifier compact: database, colon, accession
   */
  record Statement(String qualifier, String identifier) {
    /** The identifier as a link that resolves. */
    String link() {
      String[] words = identifier.split(":", 2);
      boolean saysItself = words[0].equals("chebi") || words[0].equals("go");
      return "https://identifiers.org/"
          + (saysItself ? words[0].toUpperCase(Locale.ROOT) : words[0])
          + ":"
          + words[1];
    }
  }

  private final Map<String, List<Statement>> byThing = new LinkedHashMap<>();

  private Annotations(CsvTable table, Map<String, List<String>> known) {
    for (CsvTable.Row row : table.withColumns(COLUMNS, List.of()).rows()) {
      String what = row.oneOf("what", List.copyOf(known.keySet()));
      String key = row.requiredText("key");
      List<String> keys = known.getOrDefault(what, List.of());
      if (!keys.contains(key)) {
        throw row.complaint("key", Names.unknown(what, key, keys));
      }
      String identifier = row.requiredText("identifier");
      if (!IDENTIFIER.matcher(identifier).matches()) {
        throw row.complaint(
            "identifier",
            "must be such as uniprot:P12345, chebi:6121, go:0031929, pubmed:1, taxonomy:10090 or"
                + " inchikey:…, but was "
                + Names.quoted(identifier));
      }
      byThing
          .computeIfAbsent(thing(what, key), thing -> new ArrayList<>())
          .add(new Statement(row.oneOf("qualifier", QUALIFIERS), identifier));
    }
  }

  /**
   * Reads a table.
   *
   * @throws InputException naming line and column, for a key that is no gene, compound, symbol or
   *     species with the nearest one
   */
  static Annotations read(SourceText source) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("gene", Gene.words());
    known.put(
        "compound", CompoundCatalogue.standard().compounds().stream().map(Compound::name).toList());
    known.put(
        "symbol",
        ModelEquations.of(Mechanisms.standard()).symbols().stream()
            .map(Symbol::stem)
            .distinct()
            .toList());
    known.put("species", Species.words());
    known.put("model", List.of("model"));
    return new Annotations(CsvTable.read(source), known);
  }

  /** Those that ship. */
  static Annotations standard() {
    return Standard.ANNOTATIONS;
  }

  /** What is said of a thing; empty where nothing is. */
  List<Statement> of(String what, String key) {
    return List.copyOf(byThing.getOrDefault(thing(what, key), List.of()));
  }

  /** What is said of a symbol: of the gene whose total it is, or of its stem. */
  List<Statement> of(Symbol symbol) {
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        if (Genotype.symbol(gene, cells).name().equals(symbol.name())) {
          return of("gene", gene.word());
        }
      }
    }
    return of("symbol", symbol.stem());
  }

  private static String thing(String what, String key) {
    return what + " " + key;
  }

  private static final class Standard {
    static final Annotations ANNOTATIONS = read(SeedFiles.text("annotations.csv"));
  }
}
