package org.capgate.calibration;

import org.apache.commons.math3.random.RandomGenerator;
import org.capgate.random.RandomStream;

/** A keyed stream in the form that commons-math3 asks for. It cannot be reseeded. */
final class KeyedGenerator implements RandomGenerator {
  private final RandomStream stream;

  KeyedGenerator(RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public void setSeed(int seed) {
    throw reseeded();
  }

  @Override
  public void setSeed(int[] seed) {
    throw reseeded();
  }

  @Override
  public void setSeed(long seed) {
    throw reseeded();
  }

  private static IllegalStateException reseeded() {
    return new IllegalStateException("a keyed stream is fixed by its key");
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (stream.nextLong() >>> 56);
    }
  }

  @Override
  public int nextInt() {
    return (int) (stream.nextLong() >>> 32);
  }

  @Override
  public int nextInt(int bound) {
    return stream.nextInt(bound);
  }

  @Override
  public long nextLong() {
    return stream.nextLong();
  }

  @Override
  public boolean nextBoolean() {
    return stream.nextLong() < 0;
  }

  @Override
  public float nextFloat() {
    return (stream.nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextDouble() {
    return stream.nextDouble();
  }

  @Override
  public double nextGaussian() {
    return stream.nextGaussian();
  }
}
