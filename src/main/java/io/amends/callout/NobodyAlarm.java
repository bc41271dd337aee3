package io.amends.callout;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A role for which nobody can be called is an incident, shown in Cockpit and by health, until somebody can (M-3). */
@Component
class NobodyAlarm {

    static final String INCIDENT = "nobodyToCallOut";

    private static final Logger LOG = LoggerFactory.getLogger(NobodyAlarm.class);

    private final RuntimeService runtime;

    NobodyAlarm(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void raise(DelegateExecution execution, CallOutRole role) {
        String words = "Nobody can be called out as " + role.code() + " for " + execution.getProcessBusinessKey()
                + ": the role's line and the group " + role.group()
                + " are empty. Put somebody on the line at /call-outs/roster; it is looked up again after the window";
        LOG.error(words);
        if (incidents(execution).count() == 0) {
            execution.createIncident(INCIDENT, role.code(), words);
        }
    }

    void end(DelegateExecution execution) {
        incidents(execution).list().forEach(incident -> execution.resolveIncident(incident.getId()));
    }

    private IncidentQuery incidents(DelegateExecution execution) {
        return runtime.createIncidentQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .incidentType(INCIDENT);
    }
}
