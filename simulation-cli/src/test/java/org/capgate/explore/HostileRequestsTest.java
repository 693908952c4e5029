package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostileRequestsTest {
  private static final String GOOD = "/curves?days=1&inhibitory-4ebp2=0";

  @Test
  void aGoodRequestIsAnsweredAsBeforeAfter400HostileOnes() throws Exception {
    survives(400);
  }

  @Test
  @Tag("slow")
  void aGoodRequestIsAnsweredAsBeforeAfter10000HostileOnes() throws Exception {
    survives(10_000);
  }

  /** More connections than the server has threads, all of them sending a byte now and then. */
  @Test
  @Tag("slow")
  void slowSendersAreCutOffAndOthersServed() throws Exception {
    try (ExplorerServer server = ExplorerServer.start(ExplorerServer.Program.standard("1"), 0)) {
      String before = good(server);
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 2 * Limits.THREADS; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nX".getBytes("US-ASCII"));
        slow.add(socket);
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3L * Limits.REQUEST_SECONDS);
      int open = slow.size();
      while (open > 0 && System.nanoTime() < end) {
        open = 0;
        for (Socket socket : slow) {
          open += dribbles(socket) ? 1 : 0;
        }
        Thread.sleep(200);
      }
      assertEquals(0, open, "slow senders are still connected");
      assertEquals(before, good(server));
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /**
   * Requests left half sent keep their connections until they are cut off, and beyond the most
   * connections others are closed unanswered; within the time of a request there must be room
   * again.
   */
  private static void awaitRoom(ExplorerServer server) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * Limits.REQUEST_SECONDS);
    String answer = "";
    while (answer.isEmpty() && System.nanoTime() < end) {
      answer = RawRequest.send(server.port(), RawRequest.get(server.port(), "/"), 30_000);
      if (answer.isEmpty()) {
        Thread.sleep(100);
      }
    }
    assertEquals(200, RawRequest.status(answer), "no room for a good request in time");
  }

  private static boolean dribbles(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      return true;
    } catch (IOException cutOff) {
      return false;
    }
  }

  private static void survives(int number) throws Exception {
    try (ExplorerServer server = ExplorerServer.start(ExplorerServer.Program.standard("1"), 0)) {
      String before = good(server);
      HostileRequests hostile = new HostileRequests(server.port());
      long threadsBefore = threads();
      send(hostile, 0, Math.min(number, 400)); // loads classes and fills what is kept
      long memoryBefore = usedMegabytes();
      TreeMap<Integer, Integer> statuses = send(hostile, 0, number);
      System.out.println("answers to " + number + " hostile requests by status: " + statuses);
      // 200 and 422 where a value is odd but within its bounds, such as 1e-320
      statuses
          .keySet()
          .forEach(
              status -> assertTrue(status < 500 || status == 503 || status == 505, status + ""));
      int refused = number - statuses.getOrDefault(200, 0) - statuses.getOrDefault(422, 0);
      assertTrue(refused > 0.9 * number, "only " + refused + " were refused");
      awaitRoom(server);
      long began = System.nanoTime();
      assertEquals(before, good(server));
      double seconds = (System.nanoTime() - began) * 1e-9;
      assertTrue(seconds < 2, "a good answer took " + seconds + " s");
      // what a connection needs at most for a short while; a leak would be kilobytes a request
      long grown = usedMegabytes() - memoryBefore;
      assertTrue(grown < 20, "memory grew by " + grown + " MB");
      long more = threads() - threadsBefore;
      assertTrue(more <= Limits.THREADS, "there are " + more + " more threads");
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (threads() > 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertEquals(0, threads(), "threads left after the server was closed");
  }

  /** From four clients at once; how many answers had each status. */
  private static TreeMap<Integer, Integer> send(HostileRequests hostile, int from, int to)
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    AtomicInteger next = new AtomicInteger(from);
    List<Future<List<Integer>>> answers = new ArrayList<>();
    for (int client = 0; client < 4; client++) {
      answers.add(
          clients.submit(
              () -> {
                List<Integer> statuses = new ArrayList<>();
                for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                  statuses.add(hostile.send(n));
                }
                return statuses;
              }));
    }
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (Future<List<Integer>> answer : answers) {
      answer.get().forEach(status -> counts.merge(status, 1, Integer::sum));
    }
    clients.shutdown();
    return counts;
  }

  /** The body of the answer to a good request. */
  private static String good(ExplorerServer server) {
    String answer = RawRequest.send(server.port(), RawRequest.get(server.port(), GOOD), 30_000);
    assertEquals(200, RawRequest.status(answer), answer);
    return answer.split("\r\n\r\n", 2)[1];
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("capgate-explore"))
        .count();
  }

  private static long usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
