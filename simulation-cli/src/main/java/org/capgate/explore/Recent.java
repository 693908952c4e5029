package org.capgate.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Results by what they follow from; only those asked for last are kept. Safe to share. */
final class Recent<K, V> {
  private final Map<K, V> kept;

  Recent(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The kept result, or a new one; two threads may both make it. */
  V get(K key, Function<K, V> made) {
    synchronized (this) {
      V known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    V fresh = made.apply(key);
    synchronized (this) {
      kept.put(key, fresh);
    }
    return fresh;
  }

  synchronized int size() {
    return kept.size();
  }
}
