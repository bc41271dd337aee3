package io.amends.modeling;

import java.time.Clock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the checks in front of the engine's services, so that no way in goes round them. */
@Component
final class FormPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskFacts> taskFacts;
    private final ObjectProvider<StartForm> startForms;
    private final ObjectProvider<WordCheck> wordChecks;
    private final Supplier<Clock> clock;

    // providers, because what they give needs the engine that is only being built
    FormPlugin(
            ObjectProvider<TaskFacts> taskFacts,
            ObjectProvider<StartForm> startForms,
            ObjectProvider<WordCheck> wordChecks,
            ObjectProvider<Clock> clock) {
        this.taskFacts = taskFacts;
        this.startForms = startForms;
        this.wordChecks = wordChecks;
        this.clock = clock::getObject;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Supplier<IdentityService> identities = configuration::getIdentityService;
        FormLibrary forms = new FormLibrary(new FormParser(new Feel(clock)));
        FormCheck check = new FormCheck(clock);
        TaskReader reader = new TaskReader(forms);
        Facts facts = new Facts(taskFacts, reader);
        TaskDoor tasks = new TaskDoor(reader, facts, check, new WordChecks(wordChecks, reader), identities);
        StartDoor starts = new StartDoor(forms, check, startForms, identities);
        configuration.setTaskService(new GuardedTaskService(tasks));
        configuration.setFormService(new GuardedFormService(tasks, starts, facts));
        configuration.setRuntimeService(new GuardedRuntimeService(starts));
    }

    /** Due timers are looked for every few seconds; without an index that reads every timer there is. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource())
                .sql("create index if not exists AMENDS_IDX_JOB_DUEDATE on ACT_RU_JOB (DUEDATE_)")
                .update();
    }
}
