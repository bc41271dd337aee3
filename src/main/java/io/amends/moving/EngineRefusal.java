package io.amends.moving;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;

/** What the engine says when it does not move a process that looked as if it could. */
final class EngineRefusal {

    private EngineRefusal() {}

    static String inWords(ProcessEngineException refused) {
        if (refused instanceof MigratingProcessInstanceValidationException invalid) {
            MigratingProcessInstanceValidationReport report = invalid.getValidationReport();
            return "The engine does not move it: "
                    + Stream.of(
                                    report.getFailures().stream(),
                                    report.getActivityInstanceReports().stream()
                                            .map(one -> one(one.getSourceScopeId(), one.getFailures())),
                                    report.getTransitionInstanceReports().stream()
                                            .map(one -> one(one.getSourceScopeId(), one.getFailures())))
                            .flatMap(lines -> lines)
                            .distinct()
                            .collect(Collectors.joining("; "))
                    + ".";
        }
        return "The engine broke off moving it (" + refused.getClass().getSimpleName() + "); the log has more.";
    }

    private static String one(String step, List<String> failures) {
        return "“" + step + "”: " + String.join(", ", failures);
    }
}
