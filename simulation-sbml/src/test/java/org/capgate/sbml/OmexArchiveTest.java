package org.capgate.sbml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class OmexArchiveTest {
  @TempDir Path folder;

  static List<String> presets() {
    return ScenarioFile.presets();
  }

  private static Experiment preset(String name) {
    return Experiment.of(ScenarioFile.preset(name));
  }

  private static Map<String, String> unzipped(byte[] archive) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static Set<String> attributes(Document document, String attribute) {
    Set<String> values = new LinkedHashSet<>();
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String value = ((Element) all.item(i)).getAttribute(attribute);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  @Test
  void theManifestNamesEveryFileAndNoOther() throws Exception {
    Map<String, String> files = unzipped(OmexArchive.of(List.of(preset("hnk")), "a"));
    Set<String> named = new HashSet<>(attributes(parsed(files.get("manifest.xml")), "location"));
    assertTrue(named.remove("."));
    Set<String> written = new HashSet<>();
    files.keySet().forEach(name -> written.add("./" + name));
    assertEquals(written, named);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyReferenceOfAnExperimentLeadsSomewhere(String preset) throws Exception {
    Map<String, String> files = unzipped(OmexArchive.of(List.of(preset(preset)), "a"));
    Document sedMl = parsed(files.get(preset + ".sedml"));
    Set<String> ids = attributes(sedMl, "id");
    for (String attribute :
        List.of(
            "modelReference",
            "simulationReference",
            "taskReference",
            "xDataReference",
            "yDataReference",
            "dataReference")) {
      Set<String> references = attributes(sedMl, attribute);
      assertTrue(!references.isEmpty() && ids.containsAll(references), attribute + references);
    }
    for (String source : attributes(sedMl, "source")) {
      assertTrue(
          source.startsWith("#") ? ids.contains(source.substring(1)) : files.containsKey(source),
          source);
    }
    assertEquals(
        ScenarioFile.preset(preset).scenarios().size(),
        sedMl.getElementsByTagName("task").getLength());
  }

  @Test
  void aGenotypeIsAChangeOfTheWildType() throws Exception {
    Scenario wildType = Scenario.mouse().build();
    Scenario knockout =
        wildType.toBuilder().genotype(Genotype.knockout(Gene.EBP2).inAllCells()).build();
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("wild type", wildType);
    scenarios.put("knockout", knockout);
    Experiment experiment =
        new Experiment("two", "", scenarios, TimeSpan.hours(0, 24), 1, List.of(Readout.MOOD));
    Map<String, String> files = unzipped(OmexArchive.of(List.of(experiment), "a"));
    assertTrue(files.containsKey("two-1.xml") && !files.containsKey("two-2.xml"));
    String changed = Genotype.symbol(Gene.EBP2, CellClass.EXCITATORY).name();
    assertTrue(
        files.get("two.sedml").contains("[@id='%s']/@value\" newValue=\"0\"".formatted(changed)));
  }

  @Test
  void equalExperimentsGiveEqualBytesAndEqualNamesAreRefused() {
    assertArrayEquals(
        OmexArchive.of(List.of(preset("hnk")), "a"), OmexArchive.of(List.of(preset("hnk")), "a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> OmexArchive.of(List.of(preset("hnk"), preset("hnk")), "a"));
  }

  /** Readouts that stay below it are judged as if they reached it. */
  private static final double LEAST_SIZE = 0.1;

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("presets")
  void anArchiveReadBackAndRunComputesWhatThisLibraryComputes(String preset) throws Exception {
    Foreign.requirePython();
    Experiment experiment = preset(preset);
    Path archive = folder.resolve("archive.omex");
    Files.write(archive, OmexArchive.of(List.of(experiment), preset));
    String reader = Foreign.READERS.resolve("sedml.py").toString();
    Foreign.run(folder, Foreign.PYTHON, reader, archive.toString(), folder.toString());
    List<String> lines = Files.readAllLines(folder.resolve(preset + ".csv"));
    List<double[]> rows = lines.stream().skip(1).map(line -> Foreign.numbers(line, ",")).toList();
    int column = 0;
    for (Scenario scenario : experiment.scenarios().values()) {
      int timeColumn = column++;
      double start = experiment.span().startHours();
      double[] times = rows.stream().mapToDouble(row -> start + row[timeColumn]).toArray();
      Trajectory own =
          Solvers.rodas5p(1e-10)
              .solve(scenario.instantiateOrdinary(0), experiment.span(), Sampling.at(times));
      for (Readout readout : experiment.readouts()) {
        int ownColumn = column++;
        double[] values = rows.stream().mapToDouble(row -> row[ownColumn]).toArray();
        double[] expected = own.series(readout.quantity());
        double difference = ExchangeNotes.relativeDifference(values, expected);
        // the archive asks for 1e-9; a state may be off by a hundred times the error of a step, and
        // a readout that is small because it is the difference of such states by as much
        double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double allowed = 1e-6 * Math.max(1, LEAST_SIZE / size);
        assertTrue(
            difference < allowed,
            "%s, at most %s, differs by %s".formatted(readout.name(), size, difference));
      }
    }
  }
}
