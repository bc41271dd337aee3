package io.amends.callout;

import io.amends.modeling.AsTheHouse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;

/** Call-outs as processes know them: what stands in the table, and what their own processes are told. */
@Service
class EngineCallOuts implements CallOuts {

    private final CallOutTable table;
    private final RuntimeService runtime;
    private final AsTheHouse house;
    private final Clock clock;

    EngineCallOuts(CallOutTable table, RuntimeService runtime, AsTheHouse house, Clock clock) {
        this.table = table;
        this.runtime = runtime;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public void follow(String caseNumber, int level) {
        table.rows(caseNumber).stream()
                .filter(row -> row.open() && row.level() != level)
                .forEach(row -> follow(row, level));
    }

    private void follow(CallOutTable.Row row, int level) {
        boolean needed =
                CallOutRole.at(level).stream().anyMatch(role -> role.code().equals(row.role()));
        table.level(row.id(), level);
        if (row.process() != null) {
            tell(row.process(), needed ? CallOutProcess.LEVEL_CHANGED : CallOutProcess.WITHDRAWN);
        } else if (!needed) {
            table.endReserved(row.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Does nothing where it does not wait for it at the moment. */
    private void tell(String process, String message) {
        house.run(() -> {
            runtime.createExecutionQuery()
                    .processInstanceId(process)
                    .messageEventSubscriptionName(message)
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
            return process;
        });
    }

    @Override
    public List<CallOut> of(String caseNumber) {
        return table.of(caseNumber);
    }

    @Override
    public Optional<String> answeredBy(String caseNumber, String role) {
        return table.answeredBy(caseNumber, role);
    }
}
