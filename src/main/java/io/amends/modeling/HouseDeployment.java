package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.jspecify.annotations.Nullable;

/** A deployment of the house's own, which says why and what it was compared with. */
final class HouseDeployment extends DeploymentBuilderImpl {

    private static final long serialVersionUID = 1L;

    private final ModelWay way;
    private final String note;
    private final @Nullable String base;
    private final boolean exact;

    private HouseDeployment(
            RepositoryService repository, ModelWay way, String note, @Nullable String base, boolean exact) {
        super((RepositoryServiceImpl) repository);
        this.way = way;
        this.note = note;
        this.base = base;
        this.exact = exact;
        name(WholeSets.NAME);
        enableDuplicateFiltering(false);
    }

    /** Exactly these files, whatever was there before. */
    static HouseDeployment all(RepositoryService repository, Map<String, byte[]> files, ModelWay way, String note) {
        return new HouseDeployment(repository, way, note, null, true).with(files);
    }

    /**
     * These files among those that are there.
     *
     * @param base id of the deployment that they were compared with
     */
    static HouseDeployment some(
            RepositoryService repository, Map<String, byte[]> files, ModelWay way, String note, String base) {
        return new HouseDeployment(repository, way, note, base, false).with(files);
    }

    private HouseDeployment with(Map<String, byte[]> files) {
        files.forEach((name, content) -> addInputStream(name, new ByteArrayInputStream(content)));
        return this;
    }

    ModelWay way() {
        return way;
    }

    String note() {
        return note;
    }

    @Nullable
    String base() {
        return base;
    }

    boolean exact() {
        return exact;
    }
}
