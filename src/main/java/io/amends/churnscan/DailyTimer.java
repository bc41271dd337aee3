package io.amends.churnscan;

import io.amends.modeling.AsTheHouse;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine adds 24 hours to a daily timer; the diagram means the same time of day where the house is, in summer as in winter. */
@Component
class DailyTimer {

    private final ManagementService management;
    private final AsTheHouse house;

    DailyTimer(ManagementService management, AsTheHouse house) {
        this.management = management;
        this.house = house;
    }

    /** Asks the diagram again when the next scan is due. */
    void followTheHouse() {
        house.run(() -> {
            management.createJobQuery().timers().processDefinitionKey(ChurnScanProcess.KEY).list().stream()
                    .filter(job -> job.getProcessInstanceId() == null)
                    .map(Job::getId)
                    .forEach(id -> management.recalculateJobDuedate(id, false));
            return true;
        });
    }
}
