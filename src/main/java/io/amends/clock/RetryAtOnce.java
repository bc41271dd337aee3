package io.amends.clock;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Two jobs that touched the same process at once are no failure: one of them simply goes again. The engine would let it wait as long
 * as after a failure, which is a minute where a retry cycle stands, and in that minute nobody is called out.
 */
final class RetryAtOnce implements FailedJobCommandFactory {

    private final FailedJobCommandFactory failures;

    RetryAtOnce(FailedJobCommandFactory failures) {
        this.failures = failures;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        if (exception instanceof OptimisticLockingException) {
            UnlockJobCmd again = new UnlockJobCmd(jobId);
            return again::execute;
        }
        return failures.getCommand(jobId, exception);
    }
}
