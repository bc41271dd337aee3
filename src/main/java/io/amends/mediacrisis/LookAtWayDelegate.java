package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says which way to speak this is, and whether it is written or spoken (M-10). */
@Component
class LookAtWayDelegate implements JavaDelegate {

    private static final String MAILING = "mailing";
    private static final String TALK = "talk";

    private final WaysToSpeak ways;

    LookAtWayDelegate(WaysToSpeak ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SpeakingWay way = ways.way(
                        execution.getProcessBusinessKey(),
                        MediaCrisisProcess.MESSAGE_VERSION.get(execution),
                        SpeakProcess.WAY_INDEX.get(execution))
                .way();
        SpeakProcess.WAY.set(execution, way.code());
        SpeakProcess.WAY_KIND.set(execution, way.written() ? MAILING : TALK);
    }
}
