package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * The translation switch in the first hours after a dose, two panels over one time axis: how much
 * 4E-BP is phosphorylated, and how much eIF4F that leaves, in each cell class.
 */
public final class SwitchFigure extends FigureBuilder<SwitchFigure> {
  private final List<Double> dosesHours = new ArrayList<>();
  private List<Series> phosphorylated = List.of();
  private List<Series> eif4f = List.of();
  private AxisLabel phosphorylatedLabel = new AxisLabel("Phospho-4E-BP", "fraction");
  private AxisLabel eif4fLabel = new AxisLabel("eIF4F", "µM");
  private double hours = 6;

  private SwitchFigure(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide and over 6 h, unless told otherwise. */
  public static SwitchFigure titled(String title) {
    return new SwitchFigure(title);
  }

  /** Phosphorylated share of 4E-BP, in [0, 1], one line for each cell class; x in hours. */
  public SwitchFigure phosphorylated(List<Series> lines) {
    phosphorylated = List.copyOf(lines);
    return this;
  }

  /** Phosphorylated 4E-BP with its label and unit, one line for each cell class; x in hours. */
  public SwitchFigure phosphorylated(AxisLabel label, List<Series> lines) {
    phosphorylatedLabel = label;
    return phosphorylated(lines);
  }

  /** eIF4F with its label and unit, one line for each cell class; x in hours. */
  public SwitchFigure eif4f(AxisLabel label, List<Series> lines) {
    eif4fLabel = label;
    eif4f = List.copyOf(lines);
    return this;
  }

  /** End of the time axis in hours, which starts at 0. */
  public SwitchFigure untilHours(double end) {
    if (!(end > 0)) {
      throw new IllegalArgumentException("end must be > 0 h, but was " + end);
    }
    hours = end;
    return this;
  }

  /** Times of doses, marked at the top of each panel. */
  public SwitchFigure dosesAtHours(double... times) {
    for (double time : times) {
      dosesHours.add(time);
    }
    return this;
  }

  @Override
  SwitchFigure self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (phosphorylated.isEmpty() || eif4f.isEmpty()) {
      throw new IllegalArgumentException(
          "switch figure '" + title() + "' needs lines of phosphorylated 4E-BP and of eIF4F");
    }
    List<Double> doses = dosesHours.stream().filter(dose -> dose >= 0 && dose <= hours).toList();
    return new TimePanels(
            TimeScale.HOURS,
            new Interval(0, hours),
            List.of(),
            List.of(panel(phosphorylated), panel(eif4f)),
            doses)
        .content(
            title(),
            new AxisLabel("Time", TimeScale.HOURS.unit()),
            List.of(phosphorylatedLabel, eif4fLabel),
            1,
            width());
  }

  private TimePanels.Panel panel(List<Series> lines) {
    List<Series> shown = lines.stream().map(line -> line.between(0, hours)).toList();
    return new TimePanels.Panel("", shown, Interval.ofY(shown).including(0).widened(0.05));
  }
}
