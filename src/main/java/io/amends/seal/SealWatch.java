package io.amends.seal;

import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import io.amends.seal.DueTable.Due;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals what is due, each case in a transaction of its own, and has the head mailed once a day. */
@Component
class SealWatch implements WorksInRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SealWatch.class);
    private static final int AT_ONCE = 100;

    private final DueTable due;
    private final SealMaker maker;
    private final HeadMail mail;
    private final SealProperties properties;
    private final Clock clock;
    private final RepeatedWork rounds;

    SealWatch(DueTable due, SealMaker maker, HeadMail mail, SealProperties properties, Clock clock) {
        this.due = due;
        this.maker = maker;
        this.mail = mail;
        this.properties = properties;
        this.clock = clock;
        this.rounds = new RepeatedWork("seals", properties.poll(), this::round);
    }

    private void round() {
        sealAll();
        mail.mailIfDue();
    }

    /** @return how many links were added */
    int sealAll() {
        int sealed = 0;
        Set<String> looked = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            List<Due> ripe = due.ripe(clock.instant().minus(properties.after()), AT_ONCE);
            Set<String> cases = ripe.stream().map(Due::caseNumber).collect(Collectors.toCollection(LinkedHashSet::new));
            // one that fails comes again in the next round, not at once
            cases.removeAll(looked);
            looked.addAll(cases);
            for (String caseNumber : cases) {
                sealed += seal(caseNumber);
            }
            more = ripe.size() == AT_ONCE && !cases.isEmpty();
        }
        return sealed;
    }

    private int seal(String caseNumber) {
        try {
            return maker.seal(caseNumber) ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.warn("The case {} was not sealed and is tried again: {}", caseNumber, e.toString());
            return 0;
        }
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }
}
