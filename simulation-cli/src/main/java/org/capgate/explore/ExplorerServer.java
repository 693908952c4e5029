package org.capgate.explore;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * Serves the explorer on this machine's loopback address alone. Threads, queues, sizes and times
 * are bounded by {@link Limits}; see docs/adr/0012.
 */
public final class ExplorerServer implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int MOST_AT_WORK = 2;
  private static final int WARM_UP_STEP_PERCENT = 5;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Explorer explorer;

  private ExplorerServer(HttpServer server, ThreadPoolExecutor threads, Explorer explorer) {
    this.server = server;
    this.threads = threads;
    this.explorer = explorer;
  }

  /**
   * What the server is told about the program it belongs to.
   *
   * @param version of this build, for the headers of saved files
   * @param options that change the model, as they follow {@code capgate run FILE}; may be empty
   * @param subject an untreated wild type of a species with the model to be explored
   * @param compounds what may be given
   * @param ensemble for the bands, if any
   */
  public record Program(
      String version,
      String options,
      Function<Species, Scenario.Builder> subject,
      CompoundCatalogue compounds,
      Optional<ParameterEnsemble> ensemble) {
    /** Sets that the bands of a page come from. */
    public static final int SETS = 100;

    /** The model that ships. */
    public static Program standard(String version) {
      return new Program(
          version,
          "",
          Scenario::of,
          CompoundCatalogue.standard(),
          Optional.of(ParameterEnsemble.standard().thinned(SETS)));
    }
  }

  /**
   * Starts serving.
   *
   * @param port on 127.0.0.1; 0 = any free one
   * @throws IOException when the port cannot be had
   */
  public static ExplorerServer start(Program program, int port) throws IOException {
    boundTheServerOfTheJdk();
    Explorer explorer = new Explorer(program.subject(), program.compounds(), program.ensemble());
    SavedFiles files = new SavedFiles(explorer, program.version(), program.options());
    WorkGate gate = new WorkGate(MOST_AT_WORK, Limits.WAITING, Limits.WAITING_MILLISECONDS);
    WorkGate later = new WorkGate(1, Limits.WAITING, Limits.WAITING_MILLISECONDS);
    Requests requests = new Requests(explorer, files, gate, later);
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            Limits.THREADS,
            Limits.THREADS,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Limits.QUEUE),
            work -> {
              Thread thread = new Thread(work, "capgate-explore");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext("/", new ExplorerHandler(requests, server.getAddress().getPort()));
    server.start();
    return new ExplorerServer(server, threads, explorer);
  }

  /** These are read once, when the first server of the process is made. */
  private static void boundTheServerOfTheJdk() {
    Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", Integer.toString(Limits.REQUEST_SECONDS),
            "sun.net.httpserver.maxRspTime", Integer.toString(Limits.ANSWER_SECONDS),
            "sun.net.httpserver.maxReqHeaders", Integer.toString(Limits.HEADERS),
            "sun.net.httpserver.maxReqHeaderSize", Integer.toString(Limits.HEAD_BYTES),
            "sun.net.httpserver.maxIdleConnections", Integer.toString(Limits.CONNECTIONS / 4),
            "jdk.httpserver.maxConnections", Integer.toString(Limits.CONNECTIONS))
        .forEach(
            (name, value) -> {
              if (System.getProperty(name) == null) {
                System.setProperty(name, value);
              }
            });
  }

  /** Solves some views, so that a first drag does not wait for methods to be compiled. */
  public void warmUp() {
    for (int percent = 100; percent >= 0; percent -= WARM_UP_STEP_PERCENT) {
      String query = ProteinScale.INHIBITORY_4EBP2.word() + "=" + percent;
      PanelsJson.of(explorer.panels(ViewReader.read(query, explorer.compounds())));
    }
  }

  /** Where the page is. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** The port it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops listening at once; requests being answered are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
