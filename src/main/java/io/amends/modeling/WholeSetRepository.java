package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessApplicationDeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The engine's repository service, which puts whatever somebody deploys into the set that counts and deploys the whole of it: forms, tables
 * and called processes are found in the deployment of their diagram only, so a file by itself would find none of them. Files get the names
 * that they have in the set, and a set that stays as it is makes no deployment. Without a set (a test with models of its own) nothing is
 * put together.
 */
final class WholeSetRepository extends RepositoryServiceImpl {

    private static final String MODELER = "Camunda Modeler";

    private final Supplier<IdentityService> identities;
    private final Supplier<Optional<ModelRecord>> record;

    WholeSetRepository(Supplier<IdentityService> identities, Supplier<Optional<ModelRecord>> record) {
        this.identities = identities;
        this.record = record;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl wanted) {
        return commandExecutor.execute(command -> inTurn(wanted, command));
    }

    /** The engine's own lock, taken before the set is read: two who deploy at once lose nothing of each other. */
    private DeploymentWithDefinitions inTurn(DeploymentBuilderImpl wanted, CommandContext command) {
        command.getProcessEngineConfiguration().getCommandCheckers().forEach(check -> check.checkCreateDeployment());
        if (command.getProcessEngineConfiguration().isDeploymentLockUsed()) {
            command.getPropertyManager().acquireExclusiveLock();
        }
        ModelFileSet current = command.runWithoutAuthorization(() -> WholeSets.current(this));
        HouseDeployment ours = wanted instanceof HouseDeployment house ? house : null;
        if (ours != null && ours.base() != null && !ours.base().equals(current.deploymentId())) {
            throw new ModelsChanged();
        }
        boolean single = wanted instanceof ProcessApplicationDeploymentBuilder
                || (ours == null && current.files().isEmpty());
        if (single) {
            return super.deployWithResult(wanted);
        }
        SortedMap<String, byte[]> given =
                command.runWithoutAuthorization(() -> StableNames.in(current.files(), given(wanted)));
        SortedMap<String, byte[]> files = ours != null && ours.exact() ? given : current.with(given);
        if (same(files, current.files())) {
            return command.getDeploymentManager().findDeploymentById(current.deploymentId());
        }
        DeploymentWithDefinitions deployed = super.deployWithResult(whole(wanted, files));
        record.get()
                .ifPresent(it -> it.deployed(new DeployedModels(
                        deployed.getId(), by(), way(wanted, ours), note(wanted, ours), current.files(), files)));
        return deployed;
    }

    /** What somebody sent, and what they took from earlier deployments. */
    private Map<String, byte[]> given(DeploymentBuilderImpl wanted) {
        Map<String, byte[]> given = new TreeMap<>();
        for (String deployment : wanted.getDeployments()) {
            given.putAll(WholeSets.files(this, deployment));
        }
        wanted.getDeploymentResourcesById().forEach((deployment, ids) -> earlier(deployment).stream()
                .filter(file -> ids.contains(file.getId()))
                .forEach(file -> given.put(file.getName(), file.getBytes())));
        wanted.getDeploymentResourcesByName().forEach((deployment, names) -> earlier(deployment).stream()
                .filter(file -> names.contains(file.getName()))
                .forEach(file -> given.put(file.getName(), file.getBytes())));
        if (wanted.getDeployment().getResources() != null) {
            wanted.getDeployment().getResources().forEach((name, file) -> given.put(name, file.getBytes()));
        }
        return given;
    }

    private List<Resource> earlier(String deployment) {
        return new ArrayList<>(getDeploymentResources(deployment));
    }

    private DeploymentBuilderImpl whole(DeploymentBuilderImpl wanted, SortedMap<String, byte[]> files) {
        DeploymentBuilderImpl whole = new DeploymentBuilderImpl(this);
        whole.name(WholeSets.NAME);
        whole.activateProcessDefinitionsOn(wanted.getProcessDefinitionsActivationDate());
        files.forEach((name, content) -> whole.addInputStream(name, new ByteArrayInputStream(content)));
        return whole;
    }

    private static boolean same(SortedMap<String, byte[]> files, SortedMap<String, byte[]> others) {
        return files.keySet().equals(others.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    private @Nullable String by() {
        Authentication who = identities.get().getCurrentAuthentication();
        return who == null ? null : who.getUserId();
    }

    private static ModelWay way(DeploymentBuilderImpl wanted, @Nullable HouseDeployment ours) {
        if (ours != null) {
            return ours.way();
        }
        return MODELER.equals(wanted.getDeployment().getSource()) ? ModelWay.MODELER : ModelWay.REST;
    }

    /** Who uses the Modeler gives the deployment a name, which says what it is about. */
    private static String note(DeploymentBuilderImpl wanted, @Nullable HouseDeployment ours) {
        String name = wanted.getDeployment().getName();
        return ours != null ? ours.note() : name == null ? "" : name;
    }
}
