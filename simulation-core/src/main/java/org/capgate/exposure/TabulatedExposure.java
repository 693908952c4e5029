package org.capgate.exposure;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.capgate.dynamics.TimeSpan;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.CompoundSource;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.jspecify.annotations.Nullable;

/**
 * An exposure read from tables of its closed form. The table of a segment is made when the segment
 * is first entered, and kept; threads that enter it at once may each make it, and make the same.
 */
final class TabulatedExposure implements Exposure {

  /** Most tables kept, of some 20 kB; segments that share a place replace each other. */
  private static final int MOST_TABLES = 256;

  private final ClosedFormExposure closedForm;
  private final TableAccuracy accuracy;
  private final AtomicReferenceArray<EffectTable> tables;

  TabulatedExposure(ClosedFormExposure closedForm) {
    this(closedForm, TableAccuracy.FINE);
  }

  /** With tables of another accuracy. */
  TabulatedExposure(ClosedFormExposure closedForm, TableAccuracy accuracy) {
    this.closedForm = closedForm;
    this.accuracy = accuracy;
    this.tables = new AtomicReferenceArray<>(Math.min(MOST_TABLES, closedForm.segments()));
  }

  /** What a regimen does, as closely as its catalogue asks for. */
  static TabulatedExposure of(
      Regimen regimen, Species species, Preparation preparation, CompoundCatalogue catalogue) {
    TableAccuracy accuracy =
        catalogue.hasCoarseEffects() ? TableAccuracy.COARSE : TableAccuracy.FINE;
    return of(regimen, species, preparation, catalogue::compound, accuracy);
  }

  static TabulatedExposure of(
      Regimen regimen,
      Species species,
      Preparation preparation,
      CompoundSource compounds,
      TableAccuracy accuracy) {
    return new TabulatedExposure(
        new ExposureBuilder(species, preparation, compounds).exposure(regimen), accuracy);
  }

  @Override
  public void requireWithin(TimeSpan span) {
    closedForm.requireWithin(span);
  }

  @Override
  public double[] breakpointsHours() {
    return closedForm.breakpointsHours();
  }

  @Override
  public Cursor newCursor() {
    return new TabulatedCursor();
  }

  @Override
  public Cursor newExactCursor() {
    return closedForm.newExactCursor();
  }

  ClosedFormExposure closedForm() {
    return closedForm;
  }

  /** The table of a segment, in [0, number of breakpoints]. */
  EffectTable table(int segment) {
    int place = segment % tables.length();
    EffectTable kept = tables.get(place);
    if (kept == null || kept.segment() != segment) {
      kept = closedForm.tabulate(segment, accuracy);
      tables.set(place, kept);
    }
    return kept;
  }

  private final class TabulatedCursor implements Cursor {

    private @Nullable Cursor exact; // made when it is first needed
    private int exactSegment; // entered by it
    private int segment;
    private EffectTable table = table(0);
    private int piece;

    @Override
    public void enterSegment(int index) {
      closedForm.checkSegment(index);
      segment = index;
      table = table(index);
      piece = 0;
    }

    private Cursor exact() {
      Cursor cursor = exact;
      if (cursor == null) {
        cursor = closedForm.newExactCursor();
        exact = cursor;
      }
      if (exactSegment != segment) {
        cursor.enterSegment(segment);
        exactSegment = segment;
      }
      return cursor;
    }

    @Override
    public void effects(double tHours, double[] effect, int offset, int stride) {
      EffectTable here = table;
      double elapsed = here.elapsedHours(tHours);
      if (here.isSettled(elapsed)) {
        here.settled(effect, offset, stride);
        return;
      }
      piece = here.piece(elapsed, piece);
      if (here.isExact(piece)) {
        exact().effects(tHours, effect, offset, stride);
      } else {
        here.effects(piece, elapsed, effect, offset, stride);
      }
    }

    @Override
    public void evaluate(double tHours, double[] effect, double[] effectPerHour) {
      EffectTable here = table;
      double elapsed = here.elapsedHours(tHours);
      if (here.isSettled(elapsed)) {
        Arrays.fill(effect, 0);
        Arrays.fill(effectPerHour, 0);
        here.settled(effect, 0, 1);
        return;
      }
      piece = here.piece(elapsed, piece);
      if (here.isExact(piece)) {
        exact().evaluate(tHours, effect, effectPerHour);
      } else {
        Arrays.fill(effect, 0);
        Arrays.fill(effectPerHour, 0);
        here.effects(piece, elapsed, effect, 0, 1);
        here.effectsPerHour(piece, elapsed, effectPerHour);
      }
    }

    @Override
    public int[] activeTargets() {
      return table.targets();
    }

    @Override
    public double quietFromHours() {
      return table.settledFromHours();
    }

    @Override
    public double concentrationMicromolar(String analyte, Site site, double tHours) {
      return exact().concentrationMicromolar(analyte, site, tHours);
    }
  }
}
