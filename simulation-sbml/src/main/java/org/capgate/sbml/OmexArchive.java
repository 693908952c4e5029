package org.capgate.sbml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Experiments with their models as one COMBINE archive: SED-ML and SBML files, a manifest and what
 * the archive is about. Equal experiments give equal bytes.
 */
public final class OmexArchive {
  private static final String FORMATS = "http://identifiers.org/combine.specifications/";
  private static final String SBML = FORMATS + "sbml.level-3.version-2";
  private static final String SEDML = FORMATS + "sed-ml.level-1.version-4";

  /** The first time a zip can state: no archive depends on when it was made. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private OmexArchive() {}

  /**
   * The bytes of an archive.
   *
   * @param experiments with different names
   * @param description what the archive is, how it was made
   * @throws IllegalArgumentException for a treatment that cannot be written, or two experiments of
   *     one name
   */
  public static byte[] of(List<Experiment> experiments, String description) {
    Map<String, String> formats = new LinkedHashMap<>();
    Map<String, String> files = new LinkedHashMap<>();
    for (Experiment experiment : experiments) {
      SedMlDocument document = new SedMlDocument(experiment);
      String name = experiment.name() + ".sedml";
      if (files.put(name, document.text()) != null) {
        throw new IllegalArgumentException(
            "two experiments are named '%s'".formatted(experiment.name()));
      }
      formats.put(name, SEDML);
      document
          .files()
          .forEach(
              (file, text) -> {
                files.put(file, text);
                formats.put(file, SBML);
              });
    }
    files.put("metadata.rdf", metadata(description));
    formats.put("metadata.rdf", FORMATS + "omex-metadata");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("manifest.xml", manifest(formats));
    all.putAll(files);
    return zipped(all);
  }

  private static String manifest(Map<String, String> formats) {
    return Xml.document(
        xml ->
            xml.element(
                "omexManifest",
                Ordered.of("xmlns", FORMATS + "omex-manifest"),
                list -> {
                  list.element("content", "location", ".", "format", FORMATS + "omex");
                  list.element(
                      "content", "location", "./manifest.xml", "format", FORMATS + "omex-manifest");
                  formats.forEach(
                      (name, format) -> {
                        boolean isMaster = format.equals(SEDML);
                        list.element(
                            "content",
                            "location",
                            "./" + name,
                            "format",
                            format,
                            "master",
                            Boolean.toString(isMaster));
                      });
                }));
  }

  private static String metadata(String description) {
    return Xml.document(
        xml ->
            xml.element(
                "rdf:RDF",
                Ordered.of(
                    "xmlns:rdf",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "xmlns:dcterms",
                    "http://purl.org/dc/terms/"),
                rdf ->
                    rdf.element(
                        "rdf:Description",
                        Ordered.of("rdf:about", "."),
                        about -> {
                          about.text("dcterms:title", "CapGate experiments");
                          about.text("dcterms:description", description);
                          about.text("dcterms:license", "Apache-2.0");
                        })));
  }

  private static byte[] zipped(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("an archive in memory can always be written", e);
    }
    return bytes.toByteArray();
  }
}
