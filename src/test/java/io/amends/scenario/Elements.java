package io.amends.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** What there is to visit on the diagrams. */
final class Elements {

    private Elements() {}

    static Set<String> ofAllDiagrams() {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(FlowNode.class).stream())
                    .forEach(node -> ids.add(node.getId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}
