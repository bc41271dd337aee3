package io.amends.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what changed its place among others; what only made room for it did not. */
final class Order {

    private Order() {}

    /** Ids that are in both and are no longer in the same order; as few of them as explain it. */
    static Set<String> moved(List<String> before, List<String> after) {
        Map<String, Integer> old = new HashMap<>();
        before.forEach(id -> old.put(id, old.size()));
        List<String> both = after.stream().filter(old::containsKey).toList();
        int[] length = new int[both.size()];
        int[] previous = new int[both.size()];
        int last = -1;
        for (int i = 0; i < both.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (old.getOrDefault(both.get(j), 0) < old.getOrDefault(both.get(i), 0) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        List<String> kept = new ArrayList<>();
        for (int i = last; i >= 0; i = previous[i]) {
            kept.add(both.get(i));
        }
        Set<String> moved = new HashSet<>(both);
        kept.forEach(moved::remove);
        return moved;
    }
}
