package io.amends.clock;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An idle job executor sleeps for seconds; timers that a moved clock made due run at once. */
@Component
class JobExecutorWaker {

    private final ObjectProvider<JobExecutor> jobExecutor;

    JobExecutorWaker(ObjectProvider<JobExecutor> jobExecutor) {
        this.jobExecutor = jobExecutor;
    }

    @EventListener(ClockMoved.class)
    void wake() {
        jobExecutor.ifAvailable(JobExecutor::jobWasAdded);
    }
}
