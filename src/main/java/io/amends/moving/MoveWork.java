package io.amends.moving;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.OwnTransaction;
import io.amends.moving.CaseMover.Plans;
import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries moves out, case by case. Each case is a transaction, so a move that is cut off goes on behind the last case that was done, on
 * whichever node.
 */
@Component
class MoveWork implements WorksInRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MoveWork.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;
    private static final int MOST_TRIES = 5;

    private final MoveTable table;
    private final CaseMover mover;
    private final OwnTransaction apart;
    private final AsTheHouse house;
    private final RepeatedWork rounds;

    MoveWork(
            MoveTable table,
            CaseMover mover,
            OwnTransaction apart,
            AsTheHouse house,
            @Value("${amends.moving.poll:PT10S}") Duration poll) {
        this.table = table;
        this.mover = mover;
        this.apart = apart;
        this.house = house;
        this.rounds = new RepeatedWork("moves", poll, this::work);
    }

    /** Works on whatever waits, without waiting for the next round. */
    void push() {
        rounds.push();
    }

    /** Carries out all that nobody else works on. */
    void work() {
        for (long id : table.toWork()) {
            if (table.lease(id, LEASE)) {
                try {
                    house.run(() -> carryOut(id));
                } catch (RuntimeException problem) {
                    LOG.warn("Move {} is interrupted and tried again: {}", id, problem.toString());
                    table.interrupted(id, problem.getClass().getSimpleName() + ", the log has more", PAUSE);
                }
            }
        }
    }

    private boolean carryOut(long id) {
        Move move = table.find(id).orElseThrow();
        Plans plans = mover.plans(table.targets(id), table.matches(id));
        List<MovedCase> waiting = table.waiting(id, AT_ONCE);
        while (!waiting.isEmpty()) {
            for (MovedCase one : waiting) {
                if (!table.stillAtWork(id, LEASE)) {
                    return false;
                }
                boolean settled = settle(move, one, plans);
                if (!settled && one.tries() > 0) {
                    // only those are left that somebody works on at the moment
                    table.interrupted(id, null, PAUSE);
                    return false;
                }
            }
            waiting = table.waiting(id, AT_ONCE);
        }
        table.finished(id);
        LOG.info("Move {} is finished: {}", id, table.counts(id));
        return true;
    }

    /** @return false when somebody else worked on the case just then, so that it is tried again */
    private boolean settle(Move move, MovedCase one, Plans plans) {
        try {
            apart.run(() -> mover.move(move, one.item(), plans));
            return true;
        } catch (OptimisticLockingException | ConcurrencyFailureException busy) {
            LOG.debug("Move {}: {} is being worked on", move.id(), one.item(), busy);
            if (one.tries() + 1 >= MOST_TRIES) {
                stays(move, one, "Somebody or something worked on it each time that it was to move.");
                return true;
            }
            apart.run(() -> {
                table.tried(move.id(), one.item());
                return true;
            });
            return false;
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (ProcessEngineException refused) {
            LOG.warn("Move {}: {} stays", move.id(), one.item(), refused);
            stays(move, one, EngineRefusal.inWords(refused));
            return true;
        } catch (RuntimeException broken) {
            LOG.warn("Move {}: {} stays", move.id(), one.item(), broken);
            stays(move, one, "Moving it broke off (" + broken.getClass().getSimpleName() + "); the log has more.");
            return true;
        }
    }

    private void stays(Move move, MovedCase one, String reason) {
        apart.run(() -> {
            table.became(move.id(), one.item(), MovedCase.STAYS, reason);
            return true;
        });
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }
}
