package org.capgate.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.model.Readout;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.viz.PublishedEffect;
import org.junit.jupiter.api.Test;

class PublishedEffectsTest {
  private static final String ROWS =
      """
      id,area,subject,preparation,stress,genotype,treatment,readout,at_h,versus,expected,magnitude,standing,source
      A,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,untreated,decrease,30 s (20 to 45),established,Someone 2012 J Exp 3:4 doi:10.1/x (abstract)
      B,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,untreated,decrease,,inferred,000_file.txt (read); doi:10.1/other.
      C,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,none,value,85 s (70 to 99),established,Value 2019
      D,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,2,untreated,decrease,,established,Another time 2000
      E,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,feeding-latency,24,untreated,decrease,,established,Another readout 2000
      F,a,mouse,in-vivo,chronic,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,untreated,decrease,,established,Another condition 2000
      G,a,mouse,in-vivo,none,wild-type,ketamine 10 mg/kg ip at 0 h,immobility,24,wild-type,decrease,,established,Another question 2000
      """;

  private static final FindingFile FILE =
      FindingFile.read("rows.csv", new StringReader(ROWS), CompoundCatalogue.standard());

  @Test
  void changesAreCountedFromTheUntreatedValueAndValuesStandForThemselves() {
    assertEquals(
        List.of(
            PublishedEffect.number("decrease", "Someone 2012 J Exp 3:4", 90, 75, 100),
            PublishedEffect.direction("decrease", "doi:10.1/other (inferred)"),
            PublishedEffect.number("value", "Value 2019", 85, 70, 99)),
        of(FILE.finding("A")));
  }

  @Test
  void onlyTheSameConditionReadoutAndTimeAnswer() {
    assertEquals(
        List.of(PublishedEffect.direction("decrease", "Another condition 2000")),
        of(FILE.finding("F")));
  }

  private static List<PublishedEffect> of(Finding finding) {
    Condition condition = finding.condition();
    return new PublishedEffects(FILE).of(condition, Readout.IMMOBILITY, 24, 120);
  }
}
