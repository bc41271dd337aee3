package io.amends.modeling;

import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One thing that is wrong with a model.
 *
 * @param file as it was to be deployed, such as {@code complaint/complaint.bpmn}
 * @param element its id and, where it has one, its name; empty for the whole file
 * @param reason what is wrong, and the way out
 */
public record ModelFinding(String file, String element, String reason) {

    /** About an element of a diagram or a table. */
    public static ModelFinding of(String file, ModelElementInstance element, String reason) {
        String id = element.getAttributeValue("id");
        String name = element.getAttributeValue("name");
        return new ModelFinding(file, name == null ? id : id + " '" + name.replaceAll("\\s+", " ") + "'", reason);
    }

    @Override
    public String toString() {
        return file + (element.isEmpty() ? "" : ", " + element) + ": " + reason;
    }
}
