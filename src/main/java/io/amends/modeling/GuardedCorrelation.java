package io.amends.modeling;

import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** A message from outside: may reach running cases as far as the sender's rights go, but starts none. */
final class GuardedCorrelation extends MessageCorrelationBuilderImpl {

    private final StartDoor door;

    GuardedCorrelation(StartDoor door, CommandExecutor executor, String messageName) {
        super(executor, messageName);
        this.door = door;
    }

    /** Called by our own code only; the REST API knows no such call. */
    @Override
    public ProcessInstance correlateStartMessage() {
        return Intake.run(super::correlateStartMessage);
    }

    @Override
    protected <T> T execute(Command<T> command) {
        Caller caller = door.caller(commandExecutor);
        if (caller != null && !caller.administrator() && !executionsOnly && door.starts(messageName, commandExecutor)) {
            throw new FormRefusal("messageName", "starts a case, which goes by its start form");
        }
        return super.execute(command);
    }
}
