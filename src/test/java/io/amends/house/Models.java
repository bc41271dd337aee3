package io.amends.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The diagrams, tables and forms as files. */
final class Models {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Models() {}

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> diagrams() {
        return files("processes", ".bpmn");
    }

    static List<Path> all() {
        return Stream.of(diagrams(), tables(), forms()).flatMap(List::stream).toList();
    }

    static List<Path> tables() {
        return files("processes", ".dmn");
    }

    static List<Path> forms() {
        return files("forms", ".form");
    }

    static BpmnModelInstance bpmn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DmnModelInstance dmn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Dmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Every value of a Camunda attribute over all diagrams. */
    static Set<String> attribute(String name) {
        return matches(diagrams(), Pattern.compile("camunda:" + name + "=\"([^\"]*)\""));
    }

    static Set<String> matches(List<Path> files, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(text(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    static <T extends ModelElementInstance> List<T> all(BpmnModelInstance model, Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    static Set<String> names(List<Path> files) {
        return files.stream().map(Models::baseName).collect(Collectors.toCollection(TreeSet::new));
    }
}
