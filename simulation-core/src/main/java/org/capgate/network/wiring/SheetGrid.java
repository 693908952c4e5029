package org.capgate.network.wiring;

/** The sources on a sheet, sorted into squares so that neighbours are found quickly. */
final class SheetGrid {
  private static final int MOST_PER_SIDE = 1024;

  private final Sheet sheet;
  private final int columns;
  private final int rows;
  private final double[] across; // µm, [source]
  private final double[] down;
  private final int[] start; // [square], first of its members; one entry more
  private final int[] member; // sources, square by square, ascending within each

  SheetGrid(Sheet sheet, double squareMicrometres, Projection projection, long seed) {
    this.sheet = sheet;
    int n = projection.sources();
    int perSide = (int) Math.max(1, Math.min(MOST_PER_SIDE, Math.sqrt(n)));
    columns = squares(sheet.widthMicrometres(), squareMicrometres, perSide);
    rows = squares(sheet.heightMicrometres(), squareMicrometres, perSide);
    across = new double[n];
    down = new double[n];
    int[] square = new int[n];
    start = new int[columns * rows + 1];
    for (int source = 0; source < n; source++) {
      double[] place = sheet.placeMicrometres(seed, projection.source(), source);
      across[source] = place[0];
      down[source] = place[1];
      square[source] = row(place) * columns + column(place);
      start[square[source] + 1]++;
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    member = new int[n];
    int[] next = start.clone();
    for (int source = 0; source < n; source++) {
      member[next[square[source]]++] = source;
    }
  }

  private static int squares(double extent, double size, int most) {
    return (int) Math.max(1, Math.min(most, Math.floor(extent / size)));
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  int start(int square) {
    return start[square];
  }

  int end(int square) {
    return start[square + 1];
  }

  int member(int index) {
    return member[index];
  }

  double distanceMicrometres(int source, double[] place) {
    return sheet.distanceMicrometres(new double[] {across[source], down[source]}, place);
  }

  /** What two neurons so many squares apart are distant at least. */
  double leastDistanceMicrometres(int columnsApart, int rowsApart) {
    double x = Math.max(0, columnsApart - 1) * (sheet.widthMicrometres() / columns);
    double y = Math.max(0, rowsApart - 1) * (sheet.heightMicrometres() / rows);
    return Math.sqrt(x * x + y * y);
  }

  int[] columnsAround(double[] place, double reachMicrometres) {
    return around(column(place), columns, reachMicrometres / sheet.widthMicrometres());
  }

  int[] rowsAround(double[] place, double reachMicrometres) {
    return around(row(place), rows, reachMicrometres / sheet.heightMicrometres());
  }

  int columnsApart(double[] place, int column) {
    return apart(column(place), column, columns);
  }

  int rowsApart(double[] place, int row) {
    return apart(row(place), row, rows);
  }

  private int column(double[] place) {
    return (int) Math.min(columns - 1, place[0] / sheet.widthMicrometres() * columns);
  }

  private int row(double[] place) {
    return (int) Math.min(rows - 1, place[1] / sheet.heightMicrometres() * rows);
  }

  private int apart(int a, int b, int count) {
    int direct = Math.abs(a - b);
    return isPeriodic() ? Math.min(direct, count - direct) : direct;
  }

  /** Each index within reach once, ascending from the first. */
  private int[] around(int centre, int count, double reach) {
    int width = (int) Math.min(count, Math.ceil(reach * count));
    int first = centre - width;
    int last = centre + width;
    if (!isPeriodic()) {
      first = Math.max(0, first);
      last = Math.min(count - 1, last);
    } else if (2 * width + 1 >= count) {
      first = 0;
      last = count - 1;
    }
    int[] found = new int[last - first + 1];
    for (int i = 0; i < found.length; i++) {
      found[i] = Math.floorMod(first + i, count);
    }
    return found;
  }

  private boolean isPeriodic() {
    return sheet.edges() == Sheet.Edges.PERIODIC;
  }
}
