package io.amends.modeling;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The names of files in the set. A file that comes alone, as {@code approval.bpmn}, is the one that defines the same process, table or
 * form; a new one, named as what it defines, gets the folder of the diagram that names it.
 */
final class StableNames {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

    private final Map<String, byte[]> set;
    private final Map<String, byte[]> given;
    // each file is read once, however many others are held against it
    private final IdentityHashMap<byte[], Set<String>> defined = new IdentityHashMap<>();
    private final IdentityHashMap<byte[], Set<String>> named = new IdentityHashMap<>();

    private StableNames(Map<String, byte[]> set, Map<String, byte[]> given) {
        this.set = set;
        this.given = given;
    }

    /**
     * @param set what is deployed
     * @param given files by the name they came with
     * @throws ModelRefusal when two of them are the same file of the set
     */
    static SortedMap<String, byte[]> in(Map<String, byte[]> set, Map<String, byte[]> given) {
        StableNames names = new StableNames(set, given);
        SortedMap<String, byte[]> files = new TreeMap<>();
        given.forEach((name, content) -> {
            String stable = names.name(name, content);
            if (files.put(stable, content) != null) {
                throw new ModelRefusal(List.of(twice(stable, name)));
            }
        });
        return files;
    }

    private static ModelFinding twice(String stable, String name) {
        return ModelFinding.of(stable, "came twice, once as " + name, "leave one of them out");
    }

    private String name(String name, byte[] content) {
        if (set.containsKey(name)) {
            return name;
        }
        String ending = ending(name);
        Set<String> keys = defined(name, content);
        for (Map.Entry<String, byte[]> file : set.entrySet()) {
            if (file.getKey().endsWith(ending)
                    && !Collections.disjoint(keys, defined(file.getKey(), file.getValue()))) {
                return file.getKey();
            }
        }
        String plain = plain(name);
        String key = keys.size() == 1 ? keys.iterator().next() : "";
        // an id that is no plain word leads nowhere: the guard names the file as it came
        if (plain.contains("/") || ending.isEmpty() || !WORD.matcher(key).matches()) {
            return plain;
        }
        String stem = plain.substring(0, plain.length() - ending.length());
        // a file that is named after something else is no new one under another name: the guard says that they differ
        if (WORD.matcher(stem).matches() && !stem.equals(key)) {
            return plain;
        }
        return (".bpmn".equals(ending) ? key : folder(key)) + "/" + key + ending;
    }

    /** The folder of whichever diagram names this form or table, else one of its own. */
    private String folder(String key) {
        for (Map<String, byte[]> files : List.of(given, set)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().endsWith(".bpmn")
                        && named.computeIfAbsent(file.getValue(), ModelKeys::named)
                                .contains(key)) {
                    return defined(file.getKey(), file.getValue()).stream()
                            .findFirst()
                            .orElse(key);
                }
            }
        }
        return key;
    }

    private Set<String> defined(String name, byte[] content) {
        return defined.computeIfAbsent(content, it -> ModelKeys.of(name, it));
    }

    /** Without the folder of the project that it lay in. */
    private static String plain(String name) {
        String forward = name.replace('\\', '/');
        for (String root : List.of("processes/", "forms/")) {
            if (forward.startsWith(root)) {
                return forward.substring(root.length());
            }
        }
        return forward;
    }

    private static String ending(String name) {
        return List.of(".bpmn", ".dmn", ".form").stream()
                .filter(name::endsWith)
                .findFirst()
                .orElse("");
    }
}
