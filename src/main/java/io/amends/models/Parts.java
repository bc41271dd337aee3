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

/** Compares the parts of two versions. */
final class Parts {

    private Parts() {}

    static Difference compare(List<Part> before, List<Part> after) {
        Map<String, Part> old = byId(before);
        Map<String, Part> now = byId(after);
        List<Change> changes = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        now.forEach((id, part) -> {
            Part was = old.get(id);
            if (was == null) {
                changes.add(change(Change.ADDED, part, details(new TreeMap<>(), part.properties())));
            } else if (!was.type().equals(part.type()) || !was.properties().equals(part.properties())) {
                changes.add(change(Change.CHANGED, part, details(was, part)));
            } else if (!was.place().equals(part.place())) {
                moved.add(part.title());
            }
        });
        old.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(change(Change.REMOVED, part, details(part.properties(), new TreeMap<>())));
            }
        });
        return new Difference(List.copyOf(changes), List.copyOf(moved), List.of());
    }

    private static Map<String, Part> byId(List<Part> parts) {
        Map<String, Part> byId = new LinkedHashMap<>();
        parts.forEach(part -> byId.putIfAbsent(part.id(), part));
        return byId;
    }

    private static Change change(String kind, Part part, List<Detail> details) {
        return new Change(kind, part.id(), part.title(), Words.type(part.type()), details);
    }

    private static List<Detail> details(Part was, Part part) {
        List<Detail> details = new ArrayList<>();
        if (!was.type().equals(part.type())) {
            details.add(new Detail("Kind", Words.type(was.type()), Words.type(part.type())));
        }
        details.addAll(details(was.properties(), part.properties()));
        return List.copyOf(details);
    }

    private static List<Detail> details(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Detail> details = new ArrayList<>();
        for (String path : paths) {
            String was = before.getOrDefault(path, "");
            String is = after.getOrDefault(path, "");
            if (!was.equals(is)) {
                details.add(new Detail(Words.property(path), was, is));
            }
        }
        return List.copyOf(details);
    }
}
