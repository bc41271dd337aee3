package io.amends.modeling;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.core.NestedExceptionUtils;

/** One of the engine's own deployers: what it does not take is refused like whatever the guard refuses, and is no fault of the house. */
final class EngineRefusal implements Deployer {

    private final Deployer engine;

    EngineRefusal(Deployer engine) {
        this.engine = engine;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        try {
            engine.deploy(deployment);
        } catch (ProcessEngineException refused) {
            if (!deployment.isNew() || isNoMatterOfModels(refused)) {
                throw refused;
            }
            ModelRefusal refusal = new ModelRefusal(List.of(finding(refused, deployment)));
            refusal.initCause(refused);
            throw refusal;
        }
    }

    private static boolean isNoMatterOfModels(ProcessEngineException refused) {
        return refused instanceof ProcessEnginePersistenceException
                || refused instanceof AuthorizationException
                || refused instanceof AuthenticationException
                || NestedExceptionUtils.getRootCause(refused) instanceof SQLException;
    }

    private static ModelFinding finding(ProcessEngineException refused, DeploymentEntity deployment) {
        String words = words(refused);
        Throwable cause = NestedExceptionUtils.getRootCause(refused);
        if (cause != null && cause.getMessage() != null && !words.contains(words(cause))) {
            words = words + ": " + words(cause);
        }
        return ModelFinding.of(
                file(words, deployment),
                "the engine does not take it: " + words,
                "undo what you changed step by step, or ask a developer");
    }

    /** Without the engine's own number of the message. */
    private static String words(Throwable thrown) {
        return ModelFinding.oneLine(String.valueOf(thrown.getMessage()).replaceAll("[A-Z]+(-[A-Z]+)*-\\d+ ", ""));
    }

    private static String file(String words, DeploymentEntity deployment) {
        return deployment.getResources().keySet().stream()
                .filter(name -> words.contains(name) || words.contains("'" + ModelSet.namedAfter(name) + "'"))
                .findFirst()
                .orElse("all files");
    }
}
