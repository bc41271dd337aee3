package io.amends.audit;

import io.amends.audit.XesTrace.Event;
import io.amends.audit.XesTrace.Transition;
import io.amends.customer.CustomerValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine's history tells of the steps of a page of cases; a few questions for all of them. */
@Repository
class XesEvents {

    static final String SYSTEM = "system";
    static final String NOBODY = "nobody";

    /** What only holds or routes steps is none itself. */
    private static final Set<String> NO_STEP = Set.of(
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "multiInstanceBody",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway");

    private static final int CANCELED = 2;
    private static final int AT_ONCE = 500;
    private static final List<String> COSTS = List.of("people", "offer", "letters", "losses");

    private final JdbcClient jdbc;
    private final CustomerValues values;

    XesEvents(JdbcClient jdbc, CustomerValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** A trace for each case, in their order. */
    List<XesTrace> of(List<CaseRow> cases) {
        List<String> numbers = cases.stream().map(CaseRow::number).toList();
        Map<String, Ran> processes = processes(numbers);
        Map<String, List<Event>> events = new HashMap<>();
        List<String> roots =
                processes.values().stream().map(Ran::root).distinct().toList();
        for (int from = 0; from < roots.size(); from += AT_ONCE) {
            List<String> some = roots.subList(from, Math.min(from + AT_ONCE, roots.size()));
            Map<String, List<Link>> links = links(some);
            steps(some, step -> {
                Ran process = processes.get(step.process());
                if (process != null) {
                    add(
                            step,
                            process,
                            links.getOrDefault(step.task(), List.of()),
                            events.computeIfAbsent(process.caseNumber(), number -> new ArrayList<>()));
                }
            });
        }
        Map<String, Map<String, BigDecimal>> costs = costs(numbers);
        String currency = values.currency();
        return cases.stream()
                .map(row -> new XesTrace(
                        row,
                        events.getOrDefault(row.number(), List.of()),
                        costs.getOrDefault(row.number(), Map.of()),
                        currency))
                .toList();
    }

    private static void add(Step step, Ran process, List<Link> links, Collection<Event> events) {
        boolean task = step.type().equals("userTask");
        String name = step.name() == null || step.name().isBlank() ? step.id() : step.name();
        String group = links.stream()
                .filter(link -> "candidate".equals(link.type()) && "add".equals(link.operation()))
                .map(Link::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String has = task ? NOBODY : beginner(step, process);
        events.add(event(step, process, name, Transition.START, step.start(), has, group));
        boolean taken = false;
        for (Link link : links) {
            if ("assignee".equals(link.type()) && "add".equals(link.operation()) && link.user() != null) {
                has = link.user();
                events.add(event(
                        step, process, name, taken ? Transition.REASSIGN : Transition.ASSIGN, link.at(), has, group));
                taken = true;
            }
        }
        if (step.end() != null) {
            String who = task && step.assignee() != null ? step.assignee() : has;
            events.add(event(
                    step,
                    process,
                    name,
                    step.canceled() ? Transition.ABORT : Transition.COMPLETE,
                    step.end(),
                    step.canceled() ? SYSTEM : who,
                    group));
        }
    }

    /** Whoever began the case; nobody begins a process that another one calls. */
    private static String beginner(Step step, Ran process) {
        return step.type().equals("startEvent") && process.beganBy() != null ? process.beganBy() : SYSTEM;
    }

    private static Event event(
            Step step,
            Ran process,
            String name,
            Transition transition,
            Instant at,
            String resource,
            @Nullable String group) {
        return new Event(
                name,
                step.id(),
                step.instance(),
                transition,
                at,
                resource,
                group,
                process.key(),
                process.version(),
                step.counter());
    }

    private Map<String, Ran> processes(List<String> numbers) {
        Map<String, Ran> processes = new HashMap<>();
        jdbc.sql("select p.ID_, p.ROOT_PROC_INST_ID_, p.BUSINESS_KEY_, p.PROC_DEF_KEY_, d.VERSION_,"
                        + " case when p.SUPER_PROCESS_INSTANCE_ID_ is null then p.START_USER_ID_ end from ACT_HI_PROCINST p"
                        + " left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_ where p.BUSINESS_KEY_ in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    String id = row.getString(1);
                    processes.put(
                            id,
                            new Ran(
                                    Objects.requireNonNullElse(row.getString(2), id),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    row.getString(6)));
                });
        return processes;
    }

    private Map<String, List<Link>> links(List<String> roots) {
        Map<String, List<Link>> links = new HashMap<>();
        jdbc.sql("select TASK_ID_, TYPE_, OPERATION_TYPE_, USER_ID_, GROUP_ID_, TIMESTAMP_ from ACT_HI_IDENTITYLINK"
                        + " where ROOT_PROC_INST_ID_ in (:roots) and TASK_ID_ is not null order by TIMESTAMP_, ID_")
                .param("roots", roots)
                .query(row -> {
                    links.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                            .add(new Link(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getTimestamp(6).toInstant()));
                });
        return links;
    }

    private void steps(List<String> roots, Consumer<Step> each) {
        jdbc.sql(
                        "select ID_, PROC_INST_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, TASK_ID_, ASSIGNEE_, START_TIME_, END_TIME_,"
                                + " ACT_INST_STATE_, SEQUENCE_COUNTER_ from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ in (:roots)")
                .param("roots", roots)
                .query(row -> {
                    if (!NO_STEP.contains(row.getString("ACT_TYPE_"))) {
                        each.accept(step(row));
                    }
                });
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("ID_"),
                row.getString("PROC_INST_ID_"),
                row.getString("ACT_ID_"),
                row.getString("ACT_NAME_"),
                row.getString("ACT_TYPE_"),
                Objects.requireNonNullElse(row.getString("TASK_ID_"), ""),
                row.getString("ASSIGNEE_"),
                row.getTimestamp("START_TIME_").toInstant(),
                row.getTimestamp("END_TIME_") == null
                        ? null
                        : row.getTimestamp("END_TIME_").toInstant(),
                row.getInt("ACT_INST_STATE_") == CANCELED,
                row.getLong("SEQUENCE_COUNTER_"));
    }

    /**
     * What is known of the cost: what winning a customer back cost once that was worked out (L-11), and before that the offer that they
     * accepted; the remedies on which a complaint ended. What a crisis costs nobody knows.
     */
    private Map<String, Map<String, BigDecimal>> costs(List<String> numbers) {
        Map<String, Map<String, BigDecimal>> costs = new HashMap<>();
        jdbc.sql(
                        "select case_number, cost_people, cost_offer, cost_letters, cost_losses, offer_amount from lost_customer"
                                + " where case_number in (:numbers) and (cost_people is not null"
                                + " or (offer_answer = 'accepted' and offer_amount is not null))")
                .param("numbers", numbers)
                .query(row -> {
                    costs.put(row.getString("case_number"), recovery(row));
                });
        jdbc.sql("""
                        select p.BUSINESS_KEY_, sum(coalesce(a.DOUBLE_, a.LONG_)) as remedy
                        from ACT_HI_PROCINST p
                        join ACT_HI_VARINST a on a.PROC_INST_ID_ = p.ID_ and a.NAME_ = 'amount'
                        join ACT_HI_VARINST d on d.PROC_INST_ID_ = p.ID_ and d.NAME_ = 'decision' and d.TEXT_ = 'accepted'
                        where p.BUSINESS_KEY_ in (:numbers) and p.PROC_DEF_KEY_ = 'remedy' and p.END_TIME_ is not null
                            and coalesce(a.DOUBLE_, a.LONG_) is not null
                        group by p.BUSINESS_KEY_""").param("numbers", numbers).query(row -> {
            costs.put(
                    row.getString(1),
                    Map.of("remedy", BigDecimal.valueOf(row.getDouble(2)).setScale(2, RoundingMode.HALF_UP)));
        });
        return costs;
    }

    private static Map<String, BigDecimal> recovery(ResultSet row) throws SQLException {
        Map<String, BigDecimal> of = new LinkedHashMap<>();
        if (row.getBigDecimal("cost_people") == null) {
            of.put("offer", row.getBigDecimal("offer_amount"));
            return of;
        }
        for (String cost : COSTS) {
            of.put(cost, Objects.requireNonNullElse(row.getBigDecimal("cost_" + cost), BigDecimal.ZERO));
        }
        return of;
    }

    private record Ran(
            String root,
            String caseNumber,
            String key,
            int version,
            @Nullable String beganBy) {}

    private record Link(
            String type,
            String operation,
            @Nullable String user,
            @Nullable String group,
            Instant at) {}

    private record Step(
            String instance,
            String process,
            String id,
            @Nullable String name,
            String type,
            String task,
            @Nullable String assignee,
            Instant start,
            @Nullable Instant end,
            boolean canceled,
            long counter) {}
}
