package io.amends.complaint;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts the process of a complaint with the facts that its decisions use; who the customer is stays in the tables. */
@Component
class ComplaintStart {

    private final RuntimeService runtime;

    ComplaintStart(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param form whether a person starts it by the Tasklist's form, else it starts by message */
    ProcessInstance start(Complaint complaint, String valueTier, boolean canWrite, boolean form) {
        var facts = facts(complaint, valueTier, canWrite);
        return form
                ? runtime.createProcessInstanceByKey(ComplaintProcess.KEY)
                        .businessKey(complaint.caseNumber())
                        .setVariables(facts)
                        .execute()
                : runtime.createMessageCorrelation(ComplaintProcess.COMPLAINT_RECEIVED)
                        .processInstanceBusinessKey(complaint.caseNumber())
                        .setVariables(facts)
                        .correlateStartMessage();
    }

    ProcessInstance running(String processInstanceId) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("Process instance " + processInstanceId + " does not run any more");
        }
        return instance;
    }

    private static VariableMap facts(Complaint complaint, String valueTier, boolean canWrite) {
        return Variables.createVariables()
                .putValue("caseNumber", complaint.caseNumber())
                .putValue("channel", complaint.channel())
                .putValue("subject", complaint.subject())
                .putValue("urgency", complaint.urgency())
                .putValue("harm", complaint.harm())
                .putValue("safetyRisk", complaint.safetyRisk())
                .putValue("legalThreat", complaint.legalThreat())
                .putValue("mediaThreat", complaint.mediaThreat())
                .putValue("regulator", complaint.regulator())
                .putValue("regulatorTold", false)
                .putValue("repeat", complaint.repeatOf() != null)
                .putValue("valueTier", valueTier)
                .putValue("contacts", 1)
                .putValue("canWrite", canWrite)
                .putValue("language", complaint.language())
                .putValue("episode", 1);
    }
}
