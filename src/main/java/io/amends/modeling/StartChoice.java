package io.amends.modeling;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What counts after a start: the application brings its models along, and people may have deployed others since. A file that the application
 * brings as it did last time stays as people left it; one that it brings anew counts, unless people changed it, too: then theirs stays, and
 * it is said.
 *
 * @param files to be deployed
 * @param kept names of files that the application brings in another form, of which people's own stay
 */
record StartChoice(SortedMap<String, byte[]> files, SortedSet<String> kept) {

    /**
     * @param offered hash by file, as the application brought it at its last start; empty when that is not known, and then what it brings counts
     * @param held files of which people's own stayed then
     * @param brought by the application now
     * @param current what is deployed
     */
    static StartChoice of(
            Map<String, String> offered,
            Set<String> held,
            SortedMap<String, byte[]> brought,
            Map<String, byte[]> current) {
        if (offered.isEmpty() || current.isEmpty()) {
            return new StartChoice(brought, new TreeSet<>());
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        SortedSet<String> kept = new TreeSet<>();
        SortedSet<String> names = new TreeSet<>(brought.keySet());
        names.addAll(current.keySet());
        for (String name : names) {
            byte[] now = brought.get(name);
            byte[] there = current.get(name);
            String before = offered.get(name);
            boolean changedHere = !Objects.equals(hash(there), before);
            boolean changedByUs = !Objects.equals(hash(now), before);
            byte[] chosen = there == null || (changedByUs && !changedHere) ? now : there;
            if (chosen != null) {
                files.put(name, chosen);
            }
            boolean both = (changedByUs && changedHere) || held.contains(name);
            if (both && now != null && there != null && !Arrays.equals(now, there)) {
                kept.add(name);
            }
        }
        return new StartChoice(files, kept);
    }

    static SortedMap<String, String> hashes(Map<String, byte[]> files) {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, ModelFileSet.hash(content)));
        return hashes;
    }

    private static @Nullable String hash(byte @Nullable [] content) {
        return content == null ? null : ModelFileSet.hash(content);
    }
}
