package org.capgate.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;

/**
 * How one type looks in each media type. Unless one is asked for, the frontend gets all and shows
 * the richest it can.
 *
 * @param type what is shown
 * @param forms makes the content, by media type
 */
record Looks<T>(Class<T> type, Map<String, Function<T, String>> forms) implements DisplayRenderer {
  static final String TEXT = "text/plain";
  static final String HTML = "text/html";
  static final String SVG = "image/svg+xml";

  /** What a page and a terminal show. */
  static <T> Looks<T> page(Class<T> type, Function<T, String> html, Function<T, String> text) {
    return new Looks<>(type, Map.of(HTML, html, TEXT, text));
  }

  /**
   * What a page, a picture viewer and a terminal show. A page gets the drawing as a part of it too:
   * some programs that turn a notebook into a page remove the lines from a bare SVG.
   */
  static <T> Looks<T> drawing(Class<T> type, Function<T, String> svg, Function<T, String> text) {
    Function<T, String> inline = shown -> Html.inline(svg.apply(shown));
    return new Looks<>(
        type,
        Map.of(
            HTML,
            inline.andThen(drawn -> "<figure style=\"margin:0\">\n" + drawn + "</figure>\n"),
            SVG,
            inline,
            TEXT,
            text));
  }

  @Override
  public Class<?> rendererClass() {
    return type;
  }

  @Override
  public boolean canRender(@Nullable String mime) {
    return mime == null || forms.containsKey(mime);
  }

  @Override
  public DisplayData render(@Nullable String mime, Object shown) {
    T value = type.cast(shown);
    Map<String, String> contents = new LinkedHashMap<>();
    forms.forEach(
        (form, maker) -> {
          if (mime == null || mime.equals(form)) {
            contents.put(form, maker.apply(value));
          }
        });
    DisplayData data = DisplayData.fromText("");
    data.data().clear();
    contents.forEach(data::putData);
    return data;
  }
}
