package org.capgate.viz;

/** Width of a figure on the printed page of a journal. */
public enum FigureWidth {
  /** 85 mm. */
  ONE_COLUMN(85),
  /** 180 mm. */
  TWO_COLUMNS(180);

  private final int millimetres;

  FigureWidth(int millimetres) {
    this.millimetres = millimetres;
  }

  /** Width in millimetres. */
  public int millimetres() {
    return millimetres;
  }

  /** Width in drawing units of 1/96 inch. */
  int pixels() {
    return (int) StrictMath.round(millimetres * FigureTheme.PIXELS_PER_MILLIMETRE);
  }
}
