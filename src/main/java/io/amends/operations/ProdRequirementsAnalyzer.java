package io.amends.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists all that is missing, one on a line, instead of a stack trace. */
class ProdRequirementsAnalyzer extends AbstractFailureAnalyzer<ProdRequirementsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProdRequirementsMissing cause) {
        return new FailureAnalysis(
                "Amends does not start in production without these:\n\n    - "
                        + String.join("\n    - ", cause.problems()),
                "Set them in the environment; docs/operators.md explains each. To try the application out, leave the"
                        + " profile prod off.",
                cause);
    }
}
