package org.capgate.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.network.wiring.Projection;

/** Reads an edge list synapse by synapse, holding one line. */
final class EdgeScanner implements AutoCloseable {
  private static final int LONGEST_LINE_BYTES = 1000;
  private static final Bounds WEIGHT = Bounds.between(0, 1e30, "");
  private static final int[] NO_FIELD = {0};

  private final String file;
  private final InputStream in;
  private final Projection projection;
  private final byte[] chunk = new byte[1 << 16];
  private int chunkSize;
  private int chunkAt;
  private final byte[] text = new byte[LONGEST_LINE_BYTES]; // of the line, without its end
  private int length;
  private int line;
  private int[] fieldStart = NO_FIELD;
  private int source;
  private int target;
  private double weight;
  private byte[] weightText = {}; // last one read: neighbours are often alike

  EdgeScanner(Path path, Projection projection) throws IOException {
    this.file = path.toString();
    this.projection = projection;
    this.in = Files.newInputStream(path);
    try {
      readHeader();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private void readHeader() throws IOException {
    boolean found = readLine();
    while (found && (length == 0 || text[0] == '#')) {
      found = readLine();
    }
    String header = new String(text, 0, length, StandardCharsets.UTF_8).strip();
    if (header.startsWith("\uFEFF")) { // byte order mark
      header = header.substring(1);
    }
    if (!found || !header.equals(EdgeListFile.HEADER)) {
      throw new InputException(
          new Place(file, Math.max(1, line), 1),
          "header must be '"
              + EdgeListFile.HEADER
              + "', but "
              + (found ? "was " + Names.quoted(header) : "the file ended"));
    }
  }

  /** Goes to the next synapse; false at the end of the file. */
  boolean next() throws IOException {
    do {
      if (!readLine()) {
        return false;
      }
    } while (length == 0);
    splitFields();
    source = neuron("source", 0, projection.sources());
    target = neuron("target", 1, projection.targets());
    readWeight();
    if (projection.isRecurrent() && source == target) {
      throw complaint(1, "target must not be its own source, but both were " + target);
    }
    return true;
  }

  int source() {
    return source;
  }

  int target() {
    return target;
  }

  double weight() {
    return weight;
  }

  int line() {
    return line;
  }

  /** Where the line starts. */
  Place place() {
    return new Place(file, line, 1);
  }

  private boolean readLine() throws IOException {
    length = 0;
    boolean any = false;
    line++;
    while (true) {
      if (chunkAt == chunkSize && !hasByte()) {
        return any;
      }
      any = true;
      byte next = chunk[chunkAt++];
      if (next == '\n') {
        if (length > 0 && text[length - 1] == '\r') {
          length--;
        }
        return true;
      }
      if (length == LONGEST_LINE_BYTES) {
        skipLine();
        throw new InputException(
            place(), "line must have at most " + LONGEST_LINE_BYTES + " bytes");
      }
      text[length++] = next;
    }
  }

  /** Reads on where all that was read is used up; false at the end of the file. */
  private boolean hasByte() throws IOException {
    if (chunkAt == chunkSize) {
      chunkSize = Math.max(0, in.read(chunk));
      chunkAt = 0;
    }
    return chunkAt < chunkSize;
  }

  /** Goes to the end of a line that is too long, so that the next one can be read. */
  private void skipLine() throws IOException {
    while (hasByte()) {
      if (chunk[chunkAt++] == '\n') {
        return;
      }
    }
  }

  private void splitFields() {
    int[] found = {0, -1, -1};
    int fields = 1;
    for (int i = 0; i < length; i++) {
      if (text[i] == ',') {
        if (fields < 3) {
          found[fields] = i + 1;
        }
        fields++;
      }
    }
    if (fields != 3) {
      throw new InputException(
          place(), "the line has " + fields + " fields, expected 3: " + EdgeListFile.HEADER);
    }
    fieldStart = found;
  }

  private int fieldEnd(int field) {
    return field == 2 ? length : fieldStart[field + 1] - 1;
  }

  private String field(int field) {
    return new String(
            text, fieldStart[field], fieldEnd(field) - fieldStart[field], StandardCharsets.UTF_8)
        .strip();
  }

  private int neuron(String name, int field, int neurons) {
    int number = 0;
    int digits = 0;
    for (int i = fieldStart[field]; i < fieldEnd(field) && digits < 10; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return neuronWithBlanks(name, field, neurons);
      }
      digits++;
      if (number > (Integer.MAX_VALUE - digit) / 10) {
        return neuronWithBlanks(name, field, neurons);
      }
      number = 10 * number + digit;
    }
    boolean isWhole = digits > 0 && digits == fieldEnd(field) - fieldStart[field];
    return isWhole && number < neurons ? number : neuronWithBlanks(name, field, neurons);
  }

  /** What is not plain digits inside the bound: digits among blanks, or wrong. */
  private int neuronWithBlanks(String name, int field, int neurons) {
    String word = field(field);
    if (!word.matches("[0-9]+") || word.length() > 9 || Integer.parseInt(word) >= neurons) {
      throw complaint(
          field,
          name
              + " must be a whole number from 0 to "
              + (neurons - 1)
              + ", but was "
              + Names.quoted(word));
    }
    return Integer.parseInt(word);
  }

  private void readWeight() {
    if (weightText.length > 0
        && Arrays.equals(text, fieldStart[2], length, weightText, 0, weightText.length)) {
      return;
    }
    String word = field(2);
    double read =
        Numbers.parse(word)
            .orElseThrow(
                () -> complaint(2, "weight must be a number, but was " + Names.quoted(word)));
    WEIGHT
        .complaint("weight", read)
        .ifPresent(
            wrong -> {
              throw complaint(2, wrong);
            });
    weight = read;
    weightText = Arrays.copyOfRange(text, fieldStart[2], length);
  }

  private InputException complaint(int field, String complaint) {
    return new InputException(new Place(file, line, fieldStart[field] + 1), complaint);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
