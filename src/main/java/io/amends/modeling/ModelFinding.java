package io.amends.modeling;

import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a model.
 *
 * @param file as it was to be deployed, such as {@code complaint/complaint.bpmn}
 * @param element its id; empty for the whole file
 * @param name that people know the element by, on one line ({@link ElementName}); empty where it has none
 * @param what is wrong
 * @param todo the way out; empty where it is plain
 */
public record ModelFinding(String file, String element, String name, String what, String todo) {

    /** About a whole file. */
    public static ModelFinding of(String file, String what, String todo) {
        return new ModelFinding(file, "", "", what, todo);
    }

    /** About an element of a diagram or a table; one without an id is told by what it stands in. */
    public static ModelFinding of(String file, ModelElementInstance element, String what, String todo) {
        ModelElementInstance named = withId(element);
        return named == null
                ? of(file, what, todo)
                : new ModelFinding(
                        file, named.getAttributeValue("id"), ElementName.of(named.getDomElement()), what, todo);
    }

    /** What is wrong and what to do, as one sentence. */
    public String reason() {
        return todo.isEmpty() ? what : what + "; " + todo;
    }

    @Override
    public String toString() {
        String place = element.isEmpty() ? file : file + ", " + element;
        return place + (name.isEmpty() ? "" : " '" + name + "'") + ": " + reason();
    }

    private static @Nullable ModelElementInstance withId(ModelElementInstance element) {
        ModelElementInstance named = element;
        while (named != null && named.getAttributeValue("id") == null) {
            named = named.getParentElement();
        }
        return named;
    }

    /** Without the line breaks that names in drawings have; nothing is an empty line. */
    public static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
