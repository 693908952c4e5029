package org.capgate.cli.network;

import java.util.List;
import java.util.stream.Stream;
import org.capgate.cli.options.Arguments;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.network.Network.Mosaic;
import org.capgate.treatment.CellClass;

/** Reads {@code 4EBP2@inhibitory=0.3}: the gene is lost in that fraction of the class. */
final class MosaicText {
  static final Place PLACE = new Place("--mosaic", 0, 0);
  private static final Bounds FRACTION = Bounds.between(0, 1, "");

  private MosaicText() {}

  /**
   * @param subclasses of inhibitory neurons, which may stand in place of the class
   * @throws InputException naming the word and the nearest known one
   */
  static Mosaic parse(String text, List<String> subclasses) {
    int at = text.indexOf('@');
    int equals = text.indexOf('=', at);
    if (at < 0 || equals < 0) {
      throw new InputException(
          PLACE,
          "must be written GENE@CLASS=FRACTION, as in 4EBP2@inhibitory=0.3, but was "
              + Names.quoted(text));
    }
    String geneWord = text.substring(0, at).strip();
    Gene gene =
        Gene.find(geneWord)
            .orElseThrow(
                () -> new InputException(PLACE, Names.unknown("gene", geneWord, Gene.words())));
    String classWord = text.substring(at + 1, equals).strip();
    double fraction = Arguments.number("--mosaic", text.substring(equals + 1), FRACTION);
    Genotype.Edit lost = Genotype.knockout(gene);
    if (subclasses.contains(classWord)) {
      return new Mosaic(lost.in(CellClass.INHIBITORY), fraction, classWord);
    }
    return switch (classWord) {
      case "excitatory" -> new Mosaic(lost.in(CellClass.EXCITATORY), fraction);
      case "inhibitory" -> new Mosaic(lost.in(CellClass.INHIBITORY), fraction);
      case "all" -> new Mosaic(lost.inAllCells(), fraction);
      default -> {
        List<String> known = Stream.concat(Genotype.CELLS.stream(), subclasses.stream()).toList();
        throw new InputException(PLACE, Names.unknown("class of cells", classWord, known));
      }
    };
  }
}
