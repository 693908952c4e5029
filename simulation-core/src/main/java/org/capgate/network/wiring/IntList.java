package org.capgate.network.wiring;

import java.util.Arrays;

/** Growing list of unboxed integers. */
final class IntList {
  private int[] item = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return item[index];
  }

  void add(int value) {
    reserve(size + 1L);
    item[size++] = value;
  }

  void addAll(IntList other) {
    reserve((long) size + other.size);
    System.arraycopy(other.item, 0, item, size, other.size);
    size += other.size;
  }

  void clear() {
    size = 0;
  }

  void sort() {
    Arrays.sort(item, 0, size);
  }

  /** Whether a sorted list holds the value. */
  boolean sortedContains(int value) {
    return Arrays.binarySearch(item, 0, size, value) >= 0;
  }

  /** Sorts and keeps one of each. */
  void sortAndDropRepeats() {
    sort();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || item[i] != item[i - 1]) {
        item[kept++] = item[i];
      }
    }
    size = kept;
  }

  int[] toArray() {
    return Arrays.copyOf(item, size);
  }

  private void reserve(long needed) {
    if (needed > Connectivity.MOST_SYNAPSES) {
      throw Connectivity.tooMany(needed);
    }
    if (needed > item.length) {
      long grown = Math.max(needed, item.length + (item.length >> 1));
      item = Arrays.copyOf(item, (int) Math.min(grown, Connectivity.MOST_SYNAPSES));
    }
  }
}
