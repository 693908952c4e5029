package org.rapaio.jupyter.kernel.channels;

/**
 * A thread that does one thing over and over until told to stop: each channel of the kernel has
 * one.
 *
 * <p>It takes the place of the kernel's class of that name, with which a kernel on a busy machine
 * often never answers, for two reasons. There, a thread counts as running only after it has been
 * started; one that gets a processor before its starter goes on finds that it is not running and
 * ends. And a message that comes while the kernel is still being put together ends the thread with
 * a null pointer; here the failure is reported and the next message is served. Clients repeat the
 * first message until it is answered.
 */
public final class LoopThread extends Thread {
  private final long pauseMillis;
  private final Runnable body;
  private volatile boolean running = true;

  /**
   * A thread that is not started yet.
   *
   * @param pauseMillis between two rounds, ≥ 0
   */
  public LoopThread(String name, long pauseMillis, Runnable body) {
    super(name);
    this.pauseMillis = pauseMillis;
    this.body = body;
  }

  @Override
  public void run() {
    while (running) {
      try {
        body.run();
      } catch (RuntimeException e) {
        getUncaughtExceptionHandler().uncaughtException(this, e);
      }
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        running = false;
      }
    }
  }

  /** Ends the thread after the current round. */
  public void shutdown() {
    running = false;
  }
}
