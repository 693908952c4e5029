package org.capgate.explore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Screen} from the query of an address, and writes it. */
final class ScreenReader {
  private static final String UNTREATED = "untreated";
  private static final List<String> UNTREATED_WORDS = List.of("hidden", "shown");
  private static final String PIN = "pin-";

  private ScreenReader() {}

  /**
   * Reads a screen: the parameters of a view, {@code untreated=shown}, and {@code pin-1} to {@code
   * pin-3}, each of which holds the encoded query of a view.
   *
   * @param raw the query as it stands in the address, may be null
   * @throws InputException naming the parameter, its value, the bound and the nearest valid name
   */
  static Screen read(@Nullable String raw, CompoundChoices compounds) {
    return read(Query.read(raw), compounds);
  }

  /** As {@link #read(String, CompoundChoices)}, from values by name, which are taken out. */
  static Screen read(Map<String, String> values, CompoundChoices compounds) {
    String untreated = values.remove(UNTREATED);
    if (untreated != null && !UNTREATED_WORDS.contains(untreated)) {
      throw new InputException(
          new Place(UNTREATED, 0, 0), Names.unknown(UNTREATED, untreated, UNTREATED_WORDS));
    }
    List<View> pins = new ArrayList<>();
    for (int i = 1; i <= Limits.PINS; i++) {
      String pin = values.remove(PIN + i);
      if (pin != null) {
        pins.add(pinned(PIN + i, pin, compounds));
      }
    }
    return new Screen(ViewReader.read(values, compounds), "shown".equals(untreated), pins);
  }

  private static View pinned(String name, String query, CompoundChoices compounds) {
    try {
      return ViewReader.read(query, compounds);
    } catch (InputException e) {
      throw new InputException(new Place(name, 0, 0), String.valueOf(e.getMessage()), e);
    }
  }

  /** The shortest query that {@link #read} gives this screen back for; "" for the usual one. */
  static String query(Screen screen) {
    List<String> parts = new ArrayList<>();
    String view = ViewReader.query(screen.view());
    if (!view.isEmpty()) {
      parts.add(view);
    }
    if (screen.isUntreatedShown()) {
      parts.add(UNTREATED + "=shown");
    }
    for (int i = 0; i < screen.pins().size(); i++) {
      String pin = ViewReader.query(screen.pins().get(i));
      parts.add(PIN + (i + 1) + "=" + URLEncoder.encode(pin, StandardCharsets.UTF_8));
    }
    return String.join("&", parts);
  }
}
