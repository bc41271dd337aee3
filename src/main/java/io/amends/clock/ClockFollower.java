package io.amends.clock;

import io.amends.modeling.AsTheHouse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets whatever hangs on the clocks follow them: the keeper's timer, the due dates of tasks, and who listens to {@link ClocksChanged}.
 * Once per transaction and case, at its end, when the engine has written what it did; and still in the same transaction, so
 * that of two that race one fails whole and is repeated.
 */
@Component
class ClockFollower implements ClockChanges {

    private final Keeper keeper;
    private final TaskDueDates tasks;
    private final AsTheHouse house;
    private final ApplicationEventPublisher events;

    ClockFollower(Keeper keeper, TaskDueDates tasks, AsTheHouse house, ApplicationEventPublisher events) {
        this.keeper = keeper;
        this.tasks = tasks;
        this.house = house;
        this.events = events;
    }

    @Override
    public void changed(String caseNumber) {
        following().add(caseNumber, false);
    }

    @Override
    public void moved(String caseNumber) {
        following().add(caseNumber, true);
    }

    private Following following() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Following following) {
                return following;
            }
        }
        Following following = new Following();
        TransactionSynchronizationManager.registerSynchronization(following);
        return following;
    }

    private void follow(String caseNumber, boolean moved) {
        house.run(() -> {
            keeper.follow(caseNumber);
            if (moved) {
                tasks.follow(caseNumber);
            }
            events.publishEvent(new ClocksChanged(caseNumber));
            return caseNumber;
        });
    }

    private final class Following implements TransactionSynchronization {

        private final Map<String, Boolean> cases = new LinkedHashMap<>();
        private boolean over;

        void add(String caseNumber, boolean moved) {
            cases.merge(caseNumber, moved, Boolean::logicalOr);
            if (over) {
                followAll();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            followAll();
            over = true;
        }

        // whoever listens may change clocks in turn
        private void followAll() {
            while (!cases.isEmpty()) {
                Map.Entry<String, Boolean> next = cases.entrySet().iterator().next();
                cases.remove(next.getKey());
                follow(next.getKey(), next.getValue());
            }
        }
    }
}
