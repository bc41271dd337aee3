package io.amends.callout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Which roles are called out at the level, without those that somebody of the case took or is being called for (M-3). Writes them as
 * {@code calloutRoles}, and how many they are as {@code rolesToCall}.
 */
@Component
class ChooseRolesDelegate implements JavaDelegate {

    private final CallOutTable table;
    private final Clock clock;

    ChooseRolesDelegate(CallOutTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = CallOutProcess.CASE_NUMBER.get(execution);
        int level = CallOutProcess.LEVEL.get(execution);
        List<String> taken = table.taken(caseNumber);
        List<String> roles = CallOutRole.at(level).stream()
                .map(CallOutRole::code)
                .filter(role -> !taken.contains(role))
                .toList();
        roles.forEach(
                role -> table.reserve(caseNumber, role, level, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        CallOutProcess.CALLOUT_ROLES.set(execution, String.join(",", roles));
        CallOutProcess.ROLES_TO_CALL.set(execution, roles.size());
    }
}
