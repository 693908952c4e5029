package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.CsvTable;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.junit.jupiter.api.Test;

/**
 * Every compound, every finding and every publication gets a meaningless name, the rows another
 * order, and no bit of any simulated number changes. Genes are words of the reader only; that other
 * words give an equal genotype is shown in {@link GenotypeTest}.
 */
class NamesDecideNothingTest {

  private final Map<String, String> compoundNames = compoundNames();

  @Test
  void renamingEveryCompoundAndFindingChangesNoBit() {
    CompoundCatalogue compounds = compounds();
    assertTrue(compounds.find("ketamine").isEmpty());
    FindingFile published = FindingFile.published();
    List<Evaluation> usual = FindingsEvaluator.standard().evaluate(published).evaluations();
    Map<String, Evaluation> renamed = new LinkedHashMap<>();
    FindingsEvaluator.standard()
        .withCatalogue(compounds)
        .withParameters(parameters())
        .evaluate(FindingFile.read("f.csv", new StringReader(findings()), compounds))
        .evaluations()
        .forEach(row -> renamed.put(row.finding().id(), row));
    assertEquals(usual.size(), renamed.size());
    for (int i = 0; i < usual.size(); i++) {
      Evaluation before = usual.get(i);
      Evaluation after = renamed.get(findingName(i));
      String id = before.finding().id();
      assertNotEquals(before.finding().source(), after.finding().source());
      assertEquals(before.baseline(), after.baseline(), id);
      assertEquals(before.reference(), after.reference(), id);
      assertEquals(before.value(), after.value(), id);
      assertEquals(before.relativeChange(), after.relativeChange(), id);
      assertEquals(before.verdict(), after.verdict(), id);
    }
  }

  /** Names that sort differently. */
  private static Map<String, String> compoundNames() {
    List<String> names = new ArrayList<>();
    CompoundCatalogue.standard().compounds().forEach(compound -> names.add(compound.name()));
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      renamed.put(names.get(i), "q" + (char) ('z' - i));
    }
    return renamed;
  }

  private static String findingName(int row) {
    return "F" + (999 - row);
  }

  private String word(String word) {
    return compoundNames.getOrDefault(word, word);
  }

  /** Names at both ends of a line's key; analytes keep theirs, because readouts ask for them. */
  private CompoundCatalogue compounds() {
    List<Compound> compounds = new ArrayList<>();
    for (String file : SeedFiles.list("compounds")) {
      SourceText text = SeedFiles.text("compounds/" + file);
      Compound old = Compound.read(text);
      StringBuilder changed = new StringBuilder();
      for (String line : text.text().lines().toList()) {
        if (line.startsWith("name: ")) {
          changed.append("name: ").append(word(old.name())).append('\n');
        } else if (line.matches(" {6}\\S+:")) {
          String key = line.strip().substring(0, line.strip().length() - 1);
          changed.append("      ").append(word(key)).append(":\n");
        } else if (!line.startsWith("aliases:") && !line.startsWith("analyte:")) {
          changed.append(line).append('\n');
        }
      }
      if (old.kind() == Compound.Kind.DRUG) {
        changed.append("analyte: ").append(old.analyte()).append('\n');
      }
      compounds.add(Compound.read(new SourceText(file, changed.toString())));
    }
    compounds.sort(Comparator.comparing(Compound::name));
    return CompoundCatalogue.of(compounds);
  }

  /** The fitted numbers of compounds are named by their path. */
  private ParameterSet parameters() {
    List<CsvTable> tables = new ArrayList<>();
    for (String file : SeedFiles.list("parameters")) {
      CsvTable table = CsvTable.read(SeedFiles.text("parameters/" + file));
      StringBuilder csv = new StringBuilder(String.join(",", table.header())).append('\n');
      for (CsvTable.Row row : table.rows()) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String column : table.header()) {
          changes.put(column, path(row.text(column)));
        }
        csv.append(csv(table, row, changes));
      }
      tables.add(CsvTable.read(file, new StringReader(csv.toString())));
    }
    return ParameterSet.read(tables);
  }

  /** The words of a path, or of a sentence that holds one. */
  private String path(String text) {
    StringBuilder changed = new StringBuilder();
    for (String word : text.split("(?<=[/ ])", -1)) {
      String end =
          word.endsWith("/") || word.endsWith(" ") ? word.substring(word.length() - 1) : "";
      changed.append(word(word.substring(0, word.length() - end.length()))).append(end);
    }
    return changed.toString();
  }

  private String findings() {
    CsvTable table = CsvTable.read(SeedFiles.text("evidence/findings.csv"));
    Map<String, String> names = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      names.put(row.text("id"), findingName(names.size()));
    }
    List<String> rows = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, String> changes = new LinkedHashMap<>();
      changes.put("id", names.get(row.text("id")));
      changes.put("area", "somewhere");
      changes.put("source", "someone");
      changes.put(
          "treatment",
          Arrays.stream(row.text("treatment").split(" ", -1))
              .map(this::word)
              .collect(Collectors.joining(" ")));
      String versus = row.text("versus");
      changes.put(
          "versus",
          versus.startsWith("finding:") ? "finding:" + names.get(versus.substring(8)) : versus);
      rows.add(csv(table, row, changes));
    }
    Collections.reverse(rows);
    return String.join(",", table.header()) + "\n" + String.join("", rows);
  }

  private static String csv(CsvTable table, CsvTable.Row row, Map<String, String> changes) {
    return table.header().stream()
            .map(column -> changes.getOrDefault(column, row.text(column)))
            .map(text -> '"' + text.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }
}
