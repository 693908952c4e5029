package org.capgate.explore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.function.Function;
import org.capgate.dynamics.IntegrationException;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.population.ImplausibleException;
import org.capgate.steady.SteadyStateException;
import org.capgate.viz.FigureException;
import org.jspecify.annotations.Nullable;

/** Turns a path and a query into an answer; knows nothing of connections. */
final class Requests {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNSOLVABLE = 422;
  private static final int FULL = 503;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Explorer explorer;
  private final SavedFiles files;
  private final WorkGate gate;
  private final WorkGate later;
  private final Pages pages = new Pages();
  private final Answer choices;

  /**
   * @param gate of what a page waits for
   * @param later of what may arrive later, so that it never keeps curves waiting
   */
  Requests(Explorer explorer, SavedFiles files, WorkGate gate, WorkGate later) {
    this.explorer = explorer;
    this.later = later;
    this.files = files;
    this.gate = gate;
    choices = Answer.json(ChoicesJson.of(explorer, files.version(), files.options()));
  }

  /**
   * The answer, which may be a refusal.
   *
   * @param path as it stands in the address, still encoded
   * @param query the same, or null
   */
  Answer answer(String path, @Nullable String query) {
    try {
      Answer page = pages.at(path);
      if (page != null) {
        // a link with a slip opens the page, which asks for its curves and shows what is wrong
        return path.equals("/") ? page : withoutQuery(query, page);
      }
      return switch (path) {
        case "/choices" -> withoutQuery(query, choices);
        case "/curves" -> curves(screen(query));
        case "/bands" -> bands(Query.read(query));
        case "/cohort" -> cohort(Query.read(query));
        case "/why" -> why(screen(query).view());
        case "/network" -> network(Mosaic.read(query, explorer.compounds()));
        case "/save.yaml" ->
            saved(query, "application/yaml", "yaml", screen -> files.yaml(screen.view()));
        case "/save.csv" ->
            saved(query, "text/csv; charset=utf-8", "csv", screen -> files.csv(screen.view()));
        case "/save.svg" -> saved(query, "image/svg+xml", "svg", files::svg);
        case "/save.png" -> saved(query, "image/png", "png", files::png);
        default -> Answer.refusal(NOT_FOUND, "there is no page " + Names.quoted(path));
      };
    } catch (InputException e) {
      return Answer.refusal(BAD_REQUEST, message(e));
    } catch (IntegrationException
        | SteadyStateException
        | ImplausibleException
        | FigureException e) {
      return Answer.refusal(UNSOLVABLE, message(e));
    } catch (WorkGate.FullException e) {
      return Answer.refusal(FULL, message(e)).with("Retry-After", "1");
    }
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private Screen screen(@Nullable String query) {
    return ScreenReader.read(query, explorer.compounds());
  }

  private Answer curves(Screen screen) {
    return gate.within(
        () -> {
          long began = System.nanoTime();
          long beganWork = THREADS.getCurrentThreadCpuTime();
          Panels panels = explorer.panels(screen);
          long solved = System.nanoTime();
          Answer answer = Answer.json(PanelsJson.of(panels));
          long written = System.nanoTime();
          return answer.with(
              "Server-Timing",
              timing("solve", solved - began)
                  + ", "
                  + timing("write", written - solved)
                  + ", "
                  + timing("cpu", THREADS.getCurrentThreadCpuTime() - beganWork)
                  + ", "
                  + timing("total", written - began));
        });
  }

  private Answer network(Mosaic mosaic) {
    return gate.within(
        () -> {
          long began = System.nanoTime();
          double[] doses = mosaic.view().dose() > 0 ? mosaic.view().doseHours() : new double[0];
          Answer answer = Answer.json(PanelsJson.of(explorer.panel(mosaic), doses));
          return answer.with("Server-Timing", timing("total", System.nanoTime() - began));
        });
  }

  /** The bands of a screen over so many sets. */
  private Answer bands(Map<String, String> values) {
    int sets = count(values, "sets", explorer.sets());
    View view = ScreenReader.read(values, explorer.compounds()).view();
    return later.within(
        () -> {
          long began = System.nanoTime();
          Answer answer = Answer.json(AreasJson.of(explorer.known(view, sets)));
          return answer.with("Server-Timing", timing("total", System.nanoTime() - began));
        });
  }

  private Answer cohort(Map<String, String> values) {
    int subjects = count(values, "subjects", Crowds.MOST);
    Crowd crowd = Crowd.read(values, explorer.compounds());
    return later.within(
        () -> {
          long began = System.nanoTime();
          double[] doses = crowd.view().dose() > 0 ? crowd.view().doseHours() : new double[0];
          Answer answer = Answer.json(AreasJson.of(explorer.seen(crowd, subjects), doses));
          return answer.with("Server-Timing", timing("total", System.nanoTime() - began));
        });
  }

  /** Takes out how many are asked for: 1 to all there are, which is usual. */
  private static int count(Map<String, String> values, String name, int most) {
    String stated = values.remove(name);
    if (stated == null && most > 0) {
      return most;
    }
    Bounds bounds = Bounds.between(Math.min(1, most), most, "");
    double count = Numbers.parse(String.valueOf(stated)).orElse(Double.NaN);
    if (most == 0 || !bounds.contains(count) || count != Math.rint(count)) {
      throw new InputException(
          new Place(name, 0, 0),
          most == 0
              ? "there is no ensemble of parameter sets here"
              : "must be a whole number %s, but was %s"
                  .formatted(bounds, Names.quoted(String.valueOf(stated))));
    }
    return (int) count;
  }

  private Answer why(View view) {
    return gate.within(
        () -> {
          long began = System.nanoTime();
          Answer answer = Answer.of(Answer.TEXT, (explorer.why(view) + "\n").getBytes(UTF_8));
          return answer.with("Server-Timing", timing("total", System.nanoTime() - began));
        });
  }

  private static String timing(String what, long nanoseconds) {
    return what + ";dur=" + nanoseconds / 1000 / 1000.0;
  }

  private Answer saved(
      @Nullable String query, String type, String ending, Function<Screen, byte[]> file) {
    Screen screen = screen(query);
    return gate.within(() -> Answer.of(type, file.apply(screen)))
        .savedAs(SavedFiles.NAME + "." + ending);
  }

  private static Answer withoutQuery(@Nullable String query, Answer answer) {
    if (query != null && !query.isEmpty()) {
      throw new InputException(
          Place.UNKNOWN, "this page takes no parameters, but was given " + Names.quoted(query));
    }
    return answer;
  }
}
