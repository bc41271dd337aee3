package io.amends.erasure;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.OwnTransaction;
import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries erasures out, case by case. Each case is a transaction, so one that is cut off goes on behind the last case that
 * was done, on whichever node.
 */
@Component
class ErasureWork implements WorksInRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWork.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;

    private final ErasureTable table;
    private final PersonFinder people;
    private final PersonRows personRows;
    private final CaseEraser eraser;
    private final Erasures erasures;
    private final Stances stances;
    private final Holds holds;
    private final SealKeeper seals;
    private final OwnTransaction apart;
    private final AsTheHouse house;
    private final RepeatedWork rounds;

    ErasureWork(
            ErasureTable table,
            PersonFinder people,
            PersonRows personRows,
            CaseEraser eraser,
            Erasures erasures,
            Stances stances,
            Holds holds,
            SealKeeper seals,
            OwnTransaction apart,
            AsTheHouse house,
            @Value("${amends.erasure.poll:PT10S}") Duration poll) {
        this.table = table;
        this.people = people;
        this.personRows = personRows;
        this.eraser = eraser;
        this.erasures = erasures;
        this.stances = stances;
        this.holds = holds;
        this.seals = seals;
        this.apart = apart;
        this.house = house;
        this.rounds = new RepeatedWork("erasures", poll, this::work);
    }

    /** Works on whatever waits, without waiting for the next round. */
    void push() {
        rounds.push();
    }

    /** Carries out all that nobody else works on. */
    void work() {
        for (long id : table.unfinished()) {
            if (table.lease(id, LEASE)) {
                try {
                    house.run(() -> carryOut(id));
                } catch (RuntimeException problem) {
                    LOG.warn("Erasure {} is interrupted and tried again: {}", id, problem.toString());
                    table.interrupted(id, inOneLine(problem), PAUSE);
                }
            }
        }
    }

    private boolean carryOut(long id) {
        List<ErasedCase> waiting = table.waiting(id, AT_ONCE);
        // what the other cases quote is looked for while the person's own still tell it
        for (ErasedCase one : table.waitingTold(id)) {
            apart.run(() -> erase(id, one));
        }
        while (!waiting.isEmpty()) {
            for (ErasedCase one : waiting) {
                apart.run(() -> erase(id, one));
            }
            table.stillAtWork(id, LEASE);
            waiting = table.waiting(id, AT_ONCE);
        }
        return apart.run(() -> finish(id));
    }

    private boolean erase(long id, ErasedCase one) {
        Erasure erasure = table.find(id).orElseThrow();
        // whoever reopens or holds the case comes before or after this transaction
        Stance stance = holds.lock(one.caseNumber()) ? stances.of(one.caseNumber()) : Stance.GONE;
        if (stance == Stance.READY) {
            Map<String, Integer> rows = rows(erasure, one);
            table.count(id, one.caseNumber(), rows);
            seals.erased(one.caseNumber(), id);
        }
        table.became(id, one.caseNumber(), stance.code());
        return true;
    }

    private Map<String, Integer> rows(Erasure erasure, ErasedCase one) {
        if (one.part().equals(ErasedCase.WHOLE)) {
            return eraser.erase(one.caseNumber());
        }
        Person person = person(erasure);
        return eraser.eraseTold(one.caseNumber(), person, people.casesOf(person));
    }

    private boolean finish(long id) {
        Erasure erasure = table.find(id).orElseThrow();
        Person person = person(erasure);
        Optional<String> stays = erasures.staysBecause(person);
        if (stays.isEmpty()) {
            table.count(id, "", personRows.erase(person));
        }
        table.finished(id, stays.map(ErasureTable::shortened).orElse(null));
        LOG.info("Erasure {} is finished", id);
        return true;
    }

    /** With the addresses that were known when it began: the cases that told them may be erased by now. */
    private Person person(Erasure erasure) {
        String mail = erasure.mails().stream().findFirst().orElse(null);
        Set<String> mails = new LinkedHashSet<>(erasure.mails());
        Person known = people.person(erasure.customerNumber(), mail)
                .orElseGet(() -> new Person(erasure.customerNumber(), "", mails, mails));
        mails.addAll(known.mails());
        Set<String> identifiers = new LinkedHashSet<>(known.identifiers());
        identifiers.addAll(mails);
        return new Person(known.customerNumber(), known.name(), mails, identifiers);
    }

    /** A database's message may repeat what it could not write; it stands in the log, not on the page. */
    private static String inOneLine(RuntimeException problem) {
        return problem.getClass().getSimpleName() + ", the log has more";
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }
}
