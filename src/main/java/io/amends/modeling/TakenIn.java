package io.amends.modeling;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** A case that a {@link StartForm} took in; what the house made of the entries is not handed out with it. */
record TakenIn(ProcessInstance process) implements ProcessInstanceWithVariables {

    @Override
    public VariableMap getVariables() {
        return Variables.createVariables();
    }

    @Override
    public String getId() {
        return process.getId();
    }

    @Override
    public boolean isSuspended() {
        return process.isSuspended();
    }

    @Override
    public boolean isEnded() {
        return process.isEnded();
    }

    @Override
    public String getProcessInstanceId() {
        return process.getProcessInstanceId();
    }

    @Override
    public String getTenantId() {
        return process.getTenantId();
    }

    @Override
    public String getProcessDefinitionId() {
        return process.getProcessDefinitionId();
    }

    @Override
    public String getProcessDefinitionKey() {
        return process.getProcessDefinitionKey();
    }

    @Override
    public String getBusinessKey() {
        return process.getBusinessKey();
    }

    @Override
    public String getRootProcessInstanceId() {
        return process.getRootProcessInstanceId();
    }

    @Override
    public String getCaseInstanceId() {
        return process.getCaseInstanceId();
    }
}
