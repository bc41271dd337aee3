package io.amends.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** Finds diagrams, tables and forms and gives them names that do not tell where they were found. */
final class ModelFiles {

    private static final List<Kind> KINDS =
            List.of(new Kind("processes", "bpmn"), new Kind("processes", "dmn"), new Kind("forms", "form"));

    private ModelFiles() {}

    /**
     * @param folder holds {@code processes/} and {@code forms/}, or null for the class path
     * @return content by name, such as {@code complaint/complaint.bpmn}
     */
    static SortedMap<String, byte[]> read(@Nullable Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Kind kind : KINDS) {
                if (folder == null) {
                    fromClassPath(kind, files);
                } else {
                    fromFolder(folder, kind, files);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The models cannot be read: " + unreadable.getMessage(), unreadable);
        }
        String place = folder == null ? "the application" : folder.toAbsolutePath() + " (amends.models)";
        require(files, ".bpmn", place, "processes/");
        require(files, ".form", place, "forms/");
        return files;
    }

    private static void fromFolder(Path folder, Kind kind, SortedMap<String, byte[]> files) throws IOException {
        Path root = folder.resolve(kind.root());
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("There is no folder " + root.toAbsolutePath() + ", but amends.models names "
                    + folder + ", which must hold processes/ and forms/");
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(kind.ending())) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
    }

    private static void fromClassPath(Kind kind, SortedMap<String, byte[]> files) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + kind.root() + "/**/*" + kind.ending());
        for (Resource resource : found) {
            String address = UriUtils.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
            String root = "/" + kind.root() + "/";
            String name = address.substring(address.lastIndexOf(root) + root.length());
            try (InputStream content = resource.getInputStream()) {
                if (files.put(name, content.readAllBytes()) != null) {
                    throw new IllegalStateException("The model " + name + " is on the class path twice");
                }
            }
        }
    }

    private static void require(SortedMap<String, byte[]> files, String ending, String place, String folder) {
        if (files.keySet().stream().noneMatch(name -> name.endsWith(ending))) {
            throw new IllegalStateException(
                    "No " + ending + " file is below " + folder + " in " + place + "; without models nothing can run");
        }
    }

    private record Kind(String root, String extension) {

        String ending() {
            return "." + extension;
        }
    }
}
