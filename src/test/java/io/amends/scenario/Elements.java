package io.amends.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** What there is to visit on the diagrams. */
final class Elements {

    private Elements() {}

    /** Of these diagrams, as {@code process/element}. */
    static Set<String> of(Collection<String> processes) {
        Set<String> elements = new TreeSet<>();
        for (String process : processes) {
            Path file = Path.of("processes", process, process + ".bpmn");
            Bpmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(FlowNode.class)
                    .forEach(node -> elements.add(process + "/" + node.getId()));
        }
        return elements;
    }

    static Set<String> allDiagrams() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
