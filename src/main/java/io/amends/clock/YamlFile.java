package io.amends.clock;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file whose every entry knows its line. It works on the file's nodes, not on values made of them, so that every refusal can
 * name the line and no time of day turns into a number.
 */
final class YamlFile {

    /**
     * What stands behind a name, or in a list.
     *
     * @param line from 1
     */
    record Entry(int line, Node value) {}

    private final String name;
    private final Resource file;

    /** @param name of the file, for the refusal */
    YamlFile(String name, Resource file) {
        this.name = name;
        this.file = file;
    }

    String name() {
        return name;
    }

    /** The file's entries by name, in order. */
    Map<String, Entry> entries() {
        try (Reader yaml = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            Node root = compose(yaml);
            if (root == null) {
                throw refused(1, "the file is empty");
            }
            return entries(root, "the file");
        } catch (IOException e) {
            throw new CalendarRefused(name, e);
        }
    }

    /** The entries below an entry, by name, in order. */
    Map<String, Entry> entries(Entry entry, String what) {
        return entries(entry.value(), what);
    }

    /** The entries of a list; an entry that is none is a list of one. */
    List<Entry> list(Entry entry) {
        List<Node> nodes = entry.value() instanceof SequenceNode list ? list.getValue() : List.of(entry.value());
        return nodes.stream().map(node -> new Entry(line(node), node)).toList();
    }

    String text(Entry entry) {
        if (entry.value() instanceof ScalarNode scalar) {
            return scalar.getValue().trim();
        }
        throw refused(line(entry.value()), "one line of text is expected here");
    }

    CalendarRefused refused(int line, String reason) {
        return new CalendarRefused(name, line, reason);
    }

    private Map<String, Entry> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line(node), what + " must be a list of 'name: value' lines");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused(line, "a name is expected here");
            }
            if (entries.put(key.getValue(), new Entry(line, tuple.getValueNode())) != null) {
                throw refused(line, "'" + key.getValue() + "' is there twice");
            }
        }
        return entries;
    }

    private @Nullable Node compose(Reader yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(line, "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw refused(1, "this is not YAML: " + e.getMessage());
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
