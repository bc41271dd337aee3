package io.amends.moving;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.OwnTransaction;
import io.amends.testing.Tables;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.Condition;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An engine with the moves and nothing else of the house: what the system does is passed over, each choice takes its default way, and
 * whatever an expression asks for is there.
 */
final class MovedHouse implements AutoCloseable {

    private static final List<String> RUNTIME = List.of(
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_RU_JOB",
            "ACT_RU_EVENT_SUBSCR",
            "ACT_RU_VARIABLE",
            "ACT_RU_INCIDENT",
            "ACT_RU_IDENTITYLINK");
    /** What tells which version it belongs to, and how often the engine wrote the row. */
    private static final Set<String> OF_THE_VERSION =
            Set.of("REV_", "PROC_DEF_ID_", "PROCESS_DEF_ID_", "DEPLOYMENT_ID_", "JOB_DEF_ID_");
    /** What names a step. */
    private static final Set<String> OF_THE_STEP =
            Set.of("TASK_DEF_KEY_", "ACT_ID_", "ACTIVITY_ID_", "HANDLER_CFG_", "FAILED_ACTIVITY_ID_", "CONFIGURATION_");

    final MovableClock clock = new MovableClock();
    final ProcessEngine engine;
    final RuntimeService runtime;
    final TaskService tasks;
    final ManagementService management;
    final RepositoryService repository;
    final JdbcClient jdbc;
    final MoveTable table;
    final Moves moves;
    final MoveWork work;
    final Previews previews;
    final TokenTable running;
    final Planner planner;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    MovedHouse(DataSource database) {
        Tables.anew(database);
        PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
        engine = engine(database, transactions);
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
        repository = engine.getRepositoryService();
        jdbc = JdbcClient.create(database);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("moves", Map.of("amends.moving.poll", "PT24H")));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(RuntimeService.class, () -> runtime);
        context.registerBean(RepositoryService.class, () -> repository);
        context.registerBean(IdentityService.class, engine::getIdentityService);
        context.register(
                OwnTransaction.class,
                AsTheHouse.class,
                TokenTable.class,
                Planner.class,
                MoveTable.class,
                CaseMover.class,
                MoveWork.class,
                Previews.class,
                Moves.class);
        context.refresh();
        table = context.getBean(MoveTable.class);
        moves = context.getBean(Moves.class);
        work = context.getBean(MoveWork.class);
        previews = context.getBean(Previews.class);
        running = context.getBean(TokenTable.class);
        planner = context.getBean(Planner.class);
        work.stop();
    }

    /** As after a restart, or on another node: the same work with a mover of its own. */
    MoveWork another(CaseMover mover) {
        return new MoveWork(
                table,
                mover,
                context.getBean(OwnTransaction.class),
                context.getBean(AsTheHouse.class),
                Duration.ofDays(1));
    }

    HistoryService history() {
        return engine.getHistoryService();
    }

    private static ProcessEngine engine(DataSource database, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("moved-" + System.identityHashCode(database));
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new Whatever());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new PassedOver())));
        return configuration.buildProcessEngine();
    }

    /** @return definition ids by process */
    Map<String, String> deploy(Map<String, BpmnModelInstance> diagrams) {
        DeploymentBuilder deployment = repository.createDeployment().name("amends-models");
        diagrams.forEach((name, diagram) -> deployment.addModelInstance(name, diagram));
        return deployment.deployWithResult().getDeployedProcessDefinitions().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
    }

    /** Moves all that has a process of the definition, and ends the move. */
    List<MovedCase> move(String fromDefinition, Map<String, String> targets, Collection<StepMatch> matches) {
        ProcessDefinition from = repository.getProcessDefinition(fromDefinition);
        ProcessDefinition to = repository.getProcessDefinition(targets.get(from.getKey()));
        long id = table.add(
                to,
                List.of(from.getVersion()),
                List.of(fromDefinition),
                targets.values().stream().map(repository::getProcessDefinition).toList(),
                matches,
                "owner");
        work.work();
        return table.cases(id, "", "", 1000);
    }

    /** Plans that are made once for many moves. */
    CaseMover.Plans plans(Map<String, String> targets, Collection<StepMatch> matches) {
        return context.getBean(CaseMover.class).plans(targets, matches);
    }

    /** Moves the one case that has a process of the definition. */
    MovedCase move(String fromDefinition, Map<String, String> targets, CaseMover.Plans plans) {
        ProcessDefinition from = repository.getProcessDefinition(fromDefinition);
        ProcessDefinition to = repository.getProcessDefinition(targets.get(from.getKey()));
        long id = table.add(to, List.of(from.getVersion()), List.of(fromDefinition), List.of(), List.of(), "owner");
        Move move = table.find(id).orElseThrow();
        MovedCase one = table.waiting(id, 1).get(0);
        context.getBean(OwnTransaction.class)
                .run(() -> context.getBean(CaseMover.class).move(move, one.item(), plans));
        return table.cases(id, "", "", 1).get(0);
    }

    /** Every row of the engine's that runs, by table and id. */
    Map<String, Map<String, String>> rows(boolean stepsToo) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String name : RUNTIME) {
            jdbc.sql("select * from " + name).query((ResultSet row) -> {
                ResultSetMetaData about = row.getMetaData();
                Map<String, String> values = new TreeMap<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    String column = about.getColumnName(i).toUpperCase(Locale.ROOT);
                    if (!OF_THE_VERSION.contains(column) && (stepsToo || !OF_THE_STEP.contains(column))) {
                        // a start in the middle of a diagram is put as the flow to the step would put it
                        String value = row.getString(i);
                        values.put(
                                column,
                                "activity-start-create-scope".equals(value) ? "transition-create-scope" : value);
                    }
                }
                rows.put(name + " " + row.getString("ID_"), values);
            });
        }
        return rows;
    }

    /** Ends whatever runs. */
    void clear() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(instance -> {
            if (instance.isSuspended()) {
                runtime.activateProcessInstanceById(instance.getId());
            }
            runtime.deleteProcessInstance(instance.getId(), "over", true, true, true, true);
        });
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(left ->
                        runtime.deleteProcessInstancesIfExists(List.of(left.getId()), "over", true, true, true));
        clearMoves();
    }

    /** As if nothing had ever been deployed or moved. */
    void forget() {
        repository.createDeploymentQuery().list().forEach(it -> repository.deleteDeployment(it.getId(), true));
        List.of("case_move", "model_move_case", "model_move_step", "model_move_target", "model_move")
                .forEach(name -> jdbc.sql("delete from " + name).update());
    }

    /** Lets another move begin. */
    void clearMoves() {
        jdbc.sql("update model_move set unfinished = null, state = 'finished'").update();
    }

    @Override
    public void close() {
        context.close();
        engine.close();
    }

    /** A clock that goes when it is told to. */
    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Stands in for delegates, listeners, times and facts. */
    private static final class Whatever extends HashMap<Object, Object> {

        private static final long serialVersionUID = 1L;
        private static final Set<String> THE_ENGINES =
                Set.of("execution", "task", "authenticatedUserId", "caseExecution", "externalTask", "loopCounter");

        /** What timers are set to without the calendar. */
        private static final Set<String> TIMES =
                Set.of("actUntil", "askAgainAt", "nextTry", "offerUntil", "roundUntil", "waitUntil", "windowUntil");

        /** What decision tables answered. */
        private static final Set<String> RESULTS = Set.of("authority", "proposedByTable", "rhythm", "silence");

        @Override
        public boolean containsKey(Object key) {
            return !THE_ENGINES.contains(String.valueOf(key));
        }

        @Override
        public Object get(Object key) {
            String name = String.valueOf(key);
            if (name.equals("clocks")) {
                return new Times();
            }
            if (name.endsWith("Delegate") || name.endsWith("Listener")) {
                return new Nothing();
            }
            if (RESULTS.contains(name)) {
                return new Row();
            }
            return TIMES.contains(name) ? Times.LATER : "2";
        }
    }

    /** A row of a table, whatever its columns. */
    private static final class Row extends HashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        @Override
        public Object get(Object key) {
            return "2";
        }
    }

    /** Does nothing. */
    public static final class Nothing implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    /** What diagrams ask the calendar. */
    public static final class Times {

        private static final Date LATER = Date.from(Instant.parse("2099-01-01T00:00:00Z"));

        public Date due(Object caseNumber, Object name) {
            return LATER;
        }

        public Date next(Object caseNumber) {
            return LATER;
        }

        public Date businessDays(int days) {
            return LATER;
        }

        public Date minutes(int minutes) {
            return LATER;
        }

        public Date days(int days) {
            return LATER;
        }

        public Date date(Object day) {
            return LATER;
        }

        public String daily(Object time) {
            return "0 30 4 * * ?";
        }
    }

    private static final class PassedOver extends AbstractBpmnParseListener {

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.setActivityBehavior(new TaskActivityBehavior());
        }

        @Override
        public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.setActivityBehavior(new TaskActivityBehavior());
        }

        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.setActivityBehavior(new TaskActivityBehavior());
        }

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            if (flow.getProperty("condition") != null) {
                flow.setProperty("condition", new Never());
            }
        }
    }

    private static final class Never implements Condition {

        @Override
        public boolean evaluate(DelegateExecution execution) {
            return false;
        }

        @Override
        public boolean evaluate(VariableScope scope, DelegateExecution execution) {
            return false;
        }

        @Override
        public boolean tryEvaluate(VariableScope scope, DelegateExecution execution) {
            return false;
        }
    }
}
