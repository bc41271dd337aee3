package io.amends.models;

import io.amends.models.Change.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the parts of two versions. */
final class Parts {

    private static final SortedMap<String, String> NOTHING = new TreeMap<>();

    private final Map<String, Part> old;
    private final Map<String, Part> now;

    private Parts(List<Part> before, List<Part> after) {
        this.old = byId(before);
        this.now = byId(after);
    }

    static Difference compare(List<Part> before, List<Part> after) {
        Parts parts = new Parts(before, after);
        return new Difference(parts.changes(), parts.moved(), List.of());
    }

    private static Map<String, Part> byId(List<Part> parts) {
        Map<String, Part> byId = new LinkedHashMap<>();
        parts.forEach(part -> byId.putIfAbsent(part.id(), part));
        return byId;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.forEach((id, part) -> {
            Part was = old.get(id);
            if (was == null) {
                changes.add(change(Change.ADDED, part, details(NOTHING, part.properties())));
            } else if (differ(was, part)) {
                changes.add(change(Change.CHANGED, part, details(was, part)));
            }
        });
        old.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(change(Change.REMOVED, part, details(part.properties(), NOTHING)));
            }
        });
        return List.copyOf(changes);
    }

    private static boolean differ(Part was, Part part) {
        return !was.type().equals(part.type()) || !was.properties().equals(part.properties());
    }

    /** Names of what stands elsewhere on the drawing. Flows follow their steps; they are named when nothing else moved. */
    private List<String> moved() {
        List<Part> moved = now.values().stream()
                .filter(part -> redrawn(old.get(part.id()), part))
                .toList();
        List<Part> steps = moved.stream()
                .filter(part -> !part.properties().containsKey("sourceRef"))
                .toList();
        return (steps.isEmpty() ? moved : steps).stream().map(Part::title).toList();
    }

    private static boolean redrawn(@Nullable Part was, Part part) {
        return was != null && !differ(was, part) && !was.place().equals(part.place());
    }

    private static Change change(String kind, Part part, List<Detail> details) {
        return new Change(kind, part.id(), part.title(), Words.type(part.type()), details);
    }

    private List<Detail> details(Part was, Part part) {
        List<Detail> details = new ArrayList<>();
        if (!was.type().equals(part.type())) {
            details.add(new Detail("Kind", Words.type(was.type()), Words.type(part.type())));
        }
        details.addAll(details(was.properties(), part.properties()));
        return List.copyOf(details);
    }

    private List<Detail> details(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Detail> details = new ArrayList<>();
        for (String path : paths) {
            String was = before.getOrDefault(path, "");
            String is = after.getOrDefault(path, "");
            if (!was.equals(is)) {
                boolean refers = Words.refers(path);
                details.add(
                        new Detail(Words.property(path), refers ? title(was, old) : was, refers ? title(is, now) : is));
            }
        }
        return List.copyOf(details);
    }

    /** The name of a part that another points at by its id. */
    private static String title(String id, Map<String, Part> parts) {
        Part named = parts.get(id);
        return named == null ? id : named.title();
    }
}
