package io.amends.modeling;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, instead of a stack trace, which models keep the application from starting. */
class ModelRefusalAnalyzer extends AbstractFailureAnalyzer<ModelRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelRefusal cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Put these right, or name another folder of models with the property amends.models.",
                cause);
    }
}
