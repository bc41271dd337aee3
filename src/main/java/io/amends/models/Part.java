package io.amends.models;

import java.util.SortedMap;

/**
 * A piece of a model that people know by itself: a step, a flow, a field, a column.
 *
 * @param id by which it is the same in another version
 * @param name as people read it; empty where it has none
 * @param type such as {@code userTask}
 * @param properties everything that it says, by a path such as {@code camunda:formRef}
 * @param place where it is drawn; empty where that says nothing
 */
record Part(String id, String name, String type, SortedMap<String, String> properties, String place) {

    /** Its name, or else its type and id. */
    String title() {
        return name.isEmpty() ? Words.type(type) + " " + id : name;
    }
}
