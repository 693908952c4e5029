package org.capgate.spark;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Spark in processes of its own on this machine, from the jars of the class path. */
final class Cluster implements AutoCloseable {
  private static final String LOCAL = "127.0.0.1";

  private final List<Process> started = new ArrayList<>();
  private final List<Path> links = new ArrayList<>();

  /** Starts a master and two workers; gives the address of the master. */
  String startStandalone(Path folder) throws Exception {
    int port = freePort();
    start(
        folder,
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        LOCAL,
        "--port",
        "" + port,
        "--webui-port",
        "0");
    awaitAnswer(port);
    String master = "spark://%s:%s".formatted(LOCAL, port);
    for (String worker : List.of("one", "two")) {
      start(
          folder,
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          LOCAL,
          "-c",
          "1",
          "-m",
          "1g",
          "--webui-port",
          "0",
          "-d",
          folder.resolve(worker).toString(),
          master);
    }
    return master;
  }

  /** Submits a trial; what it says goes to job.log. */
  Process submit(Path folder, String master, String... arguments) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                "org.capgate.spark.TrialJob",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=" + LOCAL,
                "--conf",
                "spark.driver.bindAddress=" + LOCAL,
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.executor.extraClassPath=" + classPath(),
                "spark-internal"));
    all.addAll(List.of(arguments));
    return start(folder, "job", all.toArray(String[]::new));
  }

  /**
   * Kills an executor; false where there is none. Nothing else has a parent among those started
   * here: executors are children of workers, or of the driver of a local cluster.
   */
  boolean killAnExecutor() {
    Optional<ProcessHandle> executor =
        started.stream().flatMap(process -> process.toHandle().descendants()).findFirst();
    return executor.isPresent() && executor.get().destroyForcibly();
  }

  private Process start(Path folder, String name, String... main) throws Exception {
    Path home = home(folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    command.addAll(List.of(System.getProperty("spark.opens").split(" ")));
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of(main));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOCAL);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** A folder as a distribution of Spark has it: what starts executors looks for its jars. */
  private Path home(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
    for (String jar : classPath().split(File.pathSeparator)) {
      try {
        if (jar.endsWith(".jar")) {
          Path link = jars.resolve(Path.of(jar).getFileName());
          links.add(Files.createSymbolicLink(link, Path.of(jar)));
        }
      } catch (FileAlreadyExistsException linked) {
        continue;
      }
    }
    return jars.getParent();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** A driver gives up after a minute; a busy machine may take longer to start a master. */
  private static void awaitAnswer(int port) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(LOCAL, port)) {
        return;
      } catch (ConnectException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IllegalStateException("no master answers at port %s".formatted(port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = started.size() - 1; i >= 0; i--) {
      Process process = started.get(i);
      List<ProcessHandle> below = process.descendants().toList();
      process.destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);
      try {
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Path link : links) {
      Files.deleteIfExists(link);
    }
  }
}
