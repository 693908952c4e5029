package org.capgate.notebook;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;

/**
 * How one type looks: a rich form and a plain text. Unless a form is asked for, the frontend gets
 * both and shows the richest it can.
 *
 * @param type what is shown
 * @param richMime media type of the rich form
 * @param rich makes the rich form
 * @param plain makes the text
 */
record Looks<T>(
    Class<T> type, String richMime, Function<T, String> rich, Function<T, String> plain)
    implements DisplayRenderer {
  static final String HTML = "text/html";
  static final String SVG = "image/svg+xml";
  private static final String TEXT = "text/plain";

  static <T> Looks<T> of(
      Class<T> type, String richMime, Function<T, String> rich, Function<T, String> plain) {
    return new Looks<>(type, richMime, rich, plain);
  }

  @Override
  public Class<?> rendererClass() {
    return type;
  }

  @Override
  public boolean canRender(@Nullable String mime) {
    return mime == null || Set.of(richMime, TEXT).contains(mime);
  }

  @Override
  public DisplayData render(@Nullable String mime, Object shown) {
    T value = type.cast(shown);
    if (mime != null) {
      return DisplayData.withType(mime, (mime.equals(TEXT) ? plain : rich).apply(value));
    }
    DisplayData data = DisplayData.withType(richMime, rich.apply(value));
    data.putText(plain.apply(value));
    return data;
  }
}
