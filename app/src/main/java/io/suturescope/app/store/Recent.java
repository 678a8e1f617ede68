package io.suturescope.app.store;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What was looked up lately, in bounded memory: two generations, the older one dropped when the
/// younger is full.
final class Recent<K> {

  private final long limit;
  private Map<K, Long> young = new HashMap<>();
  private Map<K, Long> old = new HashMap<>();
  private long weight;
  private boolean forgot;

  /// @param limit weight of one generation
  Recent(long limit) {
    this.limit = limit;
  }

  OptionalLong find(K key, int keyWeight) {
    Long id = young.get(key);
    if (id != null) {
      return OptionalLong.of(id);
    }
    id = old.get(key);
    if (id == null) {
      return OptionalLong.empty();
    }
    young.put(key, id);
    weight += keyWeight;
    return OptionalLong.of(id);
  }

  /// @return true when what was kept before lately may be forgotten from now on

  boolean keep(K key, long id, int keyWeight) {
    young.put(key, id);
    weight += keyWeight;
    if (weight <= limit) {
      return false;
    }
    forgot |= !old.isEmpty();
    old = young;
    young = new HashMap<>();
    weight = 0;
    return true;
  }

  /// True when something that was kept may be missing.
  boolean forgot() {
    return forgot;
  }
}
