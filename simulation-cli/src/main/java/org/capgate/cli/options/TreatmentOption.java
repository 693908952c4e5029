package org.capgate.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import picocli.CommandLine.Option;

/** Which treatments a command looks at. */
public final class TreatmentOption {
  private static final Place PLACE = new Place("--treatments", 0, 0);

  /** As many as bars and lines can be told apart on a figure. */
  private static final int MOST = 5;

  private static final String PUBLISHED =
      "vehicle,ketamine 10 mg/kg ip at 0 h,hnk 10 mg/kg ip at 0 h";

  @Option(
      names = "--treatments",
      paramLabel = "X,Y,...",
      defaultValue = PUBLISHED,
      description = {
        "Treatments in the words of the findings or of the table, at most 5, as in"
            + " 'vehicle,ketamine 10 mg/kg ip'; 'at 0 h' is understood.",
        "Default: vehicle, ketamine and (2R,6R)-HNK, 10 mg/kg ip."
      })
  private String text = PUBLISHED;

  /**
   * The treatments in the order given, all different.
   *
   * @throws InputException naming the word and the nearest known one
   */
  public List<Regimen> treatments(CompoundCatalogue compounds) {
    List<Regimen> treatments = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      Regimen treatment = Regimen.parse(word, PLACE, compounds);
      if (treatments.contains(treatment)) {
        throw new InputException(PLACE, "'" + word.strip() + "' is stated twice");
      }
      treatments.add(treatment);
    }
    if (treatments.size() > MOST) {
      throw new InputException(
          PLACE,
          "at most " + MOST + " treatments can be compared, but there were " + treatments.size());
    }
    return treatments;
  }
}
