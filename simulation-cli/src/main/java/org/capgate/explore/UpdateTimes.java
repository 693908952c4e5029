package org.capgate.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long updates of the page take: drags of one slider after another, as a person would make
 * them, over HTTP. Every update is a view that was not asked for before, so nothing comes from what
 * is kept but the wild type beside it.
 *
 * @param serverMilliseconds time at the server, of each update, ascending
 * @param workMilliseconds time a processor worked for it there, ascending; less than the former
 *     where a machine has more to do
 * @param roundTripMilliseconds time until the client had the answer, ascending
 * @param unsolved updates whose view has no solution
 */
public record UpdateTimes(
    List<Double> serverMilliseconds,
    List<Double> workMilliseconds,
    List<Double> roundTripMilliseconds,
    int unsolved) {
  private static final Pattern TIMING =
      Pattern.compile(".*cpu;dur=([0-9.]+).*total;dur=([0-9.]+).*");
  private static final int UPDATES_PER_DRAG = 40;

  /** What the drags start from. */
  private static final String[] BEGINNINGS = {
    "dose=10",
    "dose=5&stress=chronic",
    "compound=hnk&dose=10",
    "species=human&dose=0.5&route=iv&infusion-hours=0.7&stress=chronic",
    "compound=citalopram&doses=14&days=21",
    "species=rat&doses=3&every-hours=48"
  };

  /** Makes so many updates of the page at an address and times each. */
  public static UpdateTimes measured(String address, int updates) {
    HttpClient client = HttpClient.newHttpClient();
    double[] server = new double[updates];
    double[] work = new double[updates];
    double[] roundTrip = new double[updates];
    int unsolved = 0;
    for (int i = 0; i < updates; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "curves?" + query(i))).build();
      long began = System.nanoTime();
      HttpResponse<String> response = answer(client, request);
      roundTrip[i] = (System.nanoTime() - began) / 1e6;
      Matcher timing = TIMING.matcher(response.headers().firstValue("Server-Timing").orElse(""));
      if (response.statusCode() == 422) {
        unsolved++;
        server[i] = roundTrip[i];
        work[i] = roundTrip[i];
      } else if (response.statusCode() != 200 || !timing.matches()) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      } else {
        work[i] = Double.parseDouble(timing.group(1));
        server[i] = Double.parseDouble(timing.group(2));
      }
    }
    return new UpdateTimes(ascending(server), ascending(work), ascending(roundTrip), unsolved);
  }

  /** The i-th view: a slider at one of its places, under one of the beginnings. */
  private static String query(int i) {
    int drag = i / UPDATES_PER_DRAG;
    int place = i % UPDATES_PER_DRAG;
    ProteinScale slider = ProteinScale.values()[drag % ProteinScale.values().length];
    ProteinScale other = ProteinScale.values()[(drag + 1) % ProteinScale.values().length];
    double percent = 200.0 - 5 * place - drag / 36 * 0.25;
    double otherPercent = 100 - drag % 7;
    return BEGINNINGS[drag % BEGINNINGS.length]
        + "&"
        + slider.word()
        + "="
        + percent
        + "&"
        + other.word()
        + "="
        + otherPercent;
  }

  private static HttpResponse<String> answer(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  private static List<Double> ascending(double[] times) {
    return Arrays.stream(times).sorted().boxed().toList();
  }

  /**
   * The time that a share of the updates did not exceed (ms).
   *
   * @param share in (0, 1]
   */
  public static double quantile(List<Double> ascending, double share) {
    return ascending.get((int) Math.ceil(share * ascending.size()) - 1);
  }

  /** The distribution, one kind of time a line. */
  public String text() {
    return "updates "
        + serverMilliseconds.size()
        + ", without solution "
        + unsolved
        + "\n"
        + line("at the server", serverMilliseconds)
        + line("of it, processor", workMilliseconds)
        + line("round trip", roundTripMilliseconds);
  }

  private static String line(String what, List<Double> times) {
    return what
        + ": p50 "
        + digits(quantile(times, 0.5))
        + " ms, p95 "
        + digits(quantile(times, 0.95))
        + " ms, p99 "
        + digits(quantile(times, 0.99))
        + " ms, longest "
        + digits(quantile(times, 1))
        + " ms\n";
  }

  private static String digits(double milliseconds) {
    return new BigDecimal(milliseconds).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
