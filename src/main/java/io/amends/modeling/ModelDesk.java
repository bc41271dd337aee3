package io.amends.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The set of models for whoever looks at it and changes it. */
@Component
@EnableConfigurationProperties(ModelProperties.class)
public class ModelDesk {

    private final RepositoryService repository;
    private final AsTheHouse house;
    private final ModelProperties properties;

    ModelDesk(RepositoryService repository, AsTheHouse house, ModelProperties properties) {
        this.repository = repository;
        this.house = house;
        this.properties = properties;
    }

    /** What is deployed now, with the content of every file. */
    public ModelFileSet current() {
        return house.run(() -> WholeSets.current(repository));
    }

    /** Id of the deployment that counts now; empty while nothing is deployed. */
    public String currentId() {
        return house.run(() -> WholeSets.currentId(repository)).orElse("");
    }

    /** One file of any deployment, or empty if there is none of that name in it. */
    public Optional<byte[]> file(String deploymentId, String name) {
        return Optional.ofNullable(files(deploymentId, List.of(name)).get(name));
    }

    private byte[] read(String deploymentId, String name) {
        try (InputStream file = repository.getResourceAsStream(deploymentId, name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of these files, those that are in a deployment, by name. */
    public Map<String, byte[]> files(String deploymentId, Collection<String> names) {
        return house.run(() -> {
            Map<String, byte[]> files = new HashMap<>();
            List<String> there = repository.getDeploymentResourceNames(deploymentId);
            names.stream().filter(there::contains).forEach(name -> files.put(name, read(deploymentId, name)));
            return files;
        });
    }

    /**
     * Files under the names that they have in the set, or would get there.
     *
     * @throws ModelRefusal when two of them are one file of the set
     */
    public SortedMap<String, byte[]> named(ModelFileSet set, Map<String, byte[]> given) {
        return StableNames.in(set.files(), given);
    }

    /**
     * Puts the files into the set and deploys the whole of it, as whoever is signed in.
     *
     * @param base id of the deployment that they were compared with
     * @return id of the new deployment, or of the one that there is when the files change nothing
     * @throws ModelRefusal when the guard finds something
     * @throws ModelsChanged when another deployment counts by now
     */
    public String deploy(Map<String, byte[]> files, ModelWay way, String note, String base) {
        return HouseDeployment.some(repository, files, way, note, base).deploy().getId();
    }

    /** Whether the models lie in a folder that may change while the application runs. */
    public boolean hasFolder() {
        return properties.models() != null;
    }

    /** Where the application's own models lie, in words. */
    public String source() {
        return properties.models() == null
                ? "the application"
                : "the folder " + properties.models().toAbsolutePath();
    }

    /**
     * The models as they lie there now.
     *
     * @throws IllegalStateException in words, when the folder is missing or has none
     */
    public SortedMap<String, byte[]> sourceFiles() {
        return ModelFiles.read(properties.models());
    }
}
