package org.capgate.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;

/**
 * Everything that decides how a network goes on, as arrays of numbers named {@code owner.value}.
 * Each owner writes and reads its own. {@link #FORMAT} grows whenever a name or its meaning
 * changes, so that numbers of one format are never read as those of another.
 *
 * <p>Arrays are neither copied in nor out: those of a simulation are valid until it goes on.
 */
public final class NetworkState {
  /** Version of the names and their meaning. */
  public static final long FORMAT = 3;

  private static final String FORMAT_NAME = "network.format";

  private final Map<String, Object> arrays = new LinkedHashMap<>(); // double[] or long[]

  /** Of the format of this library, with nothing in it yet. */
  NetworkState() {
    arrays.put(FORMAT_NAME, new long[] {FORMAT});
  }

  private NetworkState(Map<String, Object> named) {
    arrays.putAll(named);
  }

  /**
   * What {@link #arrays} gave.
   *
   * @throws InputException when it is of another format, or an array is neither double[] nor long[]
   */
  public static NetworkState of(Map<String, Object> named) {
    named.forEach(
        (name, array) -> {
          if (!(array instanceof double[]) && !(array instanceof long[])) {
            throw refused("array '%s' of a saved network holds neither doubles nor longs", name);
          }
        });
    if (!(named.get(FORMAT_NAME) instanceof long[] format && format.length == 1)) {
      throw refused("holds no saved network: it has no '%s'", FORMAT_NAME);
    }
    if (format[0] != FORMAT) {
      throw refused(
          "holds a network saved in format %s, but this version of CapGate reads format %s: start"
              + " the run anew, or go on with the version that saved it",
          format[0], FORMAT);
    }
    return new NetworkState(named);
  }

  /** Every array by its name, each a double[] or a long[]. */
  public Map<String, Object> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** The values of one owner. */
  Part part(String owner) {
    return new Part(owner + ".");
  }

  private static InputException refused(String text, Object... values) {
    return new InputException(Place.UNKNOWN, text.formatted(values));
  }

  /** Named values of one owner. */
  final class Part {
    private final String prefix;

    private Part(String prefix) {
      this.prefix = prefix;
    }

    /** The values of a part of the owner. */
    Part part(String name) {
      return new Part(prefix + name + ".");
    }

    void put(String name, double[] numbers) {
      add(name, numbers);
    }

    void put(String name, double number) {
      add(name, new double[] {number});
    }

    void put(String name, long[] counts) {
      add(name, counts);
    }

    void put(String name, long count) {
      add(name, new long[] {count});
    }

    private void add(String name, Object array) {
      if (arrays.put(prefix + name, array) != null) {
        throw new IllegalStateException("'" + prefix + name + "' is saved twice");
      }
    }

    double number(String name) {
      return numbers(name, 1)[0];
    }

    long count(String name) {
      return counts(name, 1)[0];
    }

    /** An array of any length. */
    double[] numbers(String name) {
      return array(name, double[].class);
    }

    double[] numbers(String name, int length) {
      double[] numbers = numbers(name);
      requireLength(name, numbers.length, length);
      return numbers;
    }

    /** Overwrites an array of the same length. */
    void copyTo(String name, double[] target) {
      System.arraycopy(numbers(name, target.length), 0, target, 0, target.length);
    }

    /** An array of any length. */
    long[] counts(String name) {
      return array(name, long[].class);
    }

    private long[] counts(String name, int length) {
      long[] counts = counts(name);
      requireLength(name, counts.length, length);
      return counts;
    }

    /** The names of this owner's values that begin with this, without it. */
    List<String> namesAfter(String start) {
      List<String> names = new ArrayList<>();
      for (String name : arrays.keySet()) {
        if (name.startsWith(prefix + start)) {
          names.add(name.substring(prefix.length() + start.length()));
        }
      }
      return names;
    }

    private void requireLength(String name, int found, int expected) {
      if (found != expected) {
        throw refused(
            "'%s' of the saved network has %s numbers, but this network needs %s",
            prefix + name, found, expected);
      }
    }

    private <T> T array(String name, Class<T> kind) {
      Object array = arrays.get(prefix + name);
      if (array == null) {
        throw refused(
            "the saved network has no value for this one: %s",
            Names.unknown("name", prefix + name, arrays.keySet()));
      }
      if (!kind.isInstance(array)) {
        throw refused("'%s' of the saved network is of another kind", prefix + name);
      }
      return kind.cast(array);
    }
  }
}
