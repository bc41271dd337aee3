package io.amends.letter;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens links and takes their answers, each once. */
@Service
class LinkDesk {

    private final LinkLedger ledger;
    private final ObjectProvider<LinkTarget> targets;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkDesk(
            LinkLedger ledger,
            ObjectProvider<LinkTarget> targets,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.targets = targets;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The link of a token, ended ones too. */
    Optional<Link> find(String token) {
        return ledger.byToken(token);
    }

    boolean valid(Link link) {
        return link.expiresAt().isAfter(clock.instant());
    }

    Map<String, Object> show(Link link, String step) {
        String answer = link.answer();
        if (link.purpose().once() && answer != null) {
            return LinkTarget.done(answer);
        }
        return target(link).show(link.caseNumber(), data(link, step));
    }

    /** Empty when the link has taken another answer before. */
    Optional<Map<String, Object>> answer(Link link, Map<String, String> fields) {
        return Objects.requireNonNull(transaction.execute(status -> answer(link, fields, status)));
    }

    private Optional<Map<String, Object>> answer(Link link, Map<String, String> fields, TransactionStatus status) {
        String hash = LinkTokens.hash(new TreeMap<>(fields).toString());
        if (!ledger.take(link, hash, clock.instant())) {
            return ledger.byId(link.id())
                    .filter(taken -> hash.equals(taken.answerHash()))
                    .map(taken -> LinkTarget.done(Objects.requireNonNullElse(taken.answer(), LinkTarget.ALREADY)));
        }
        Map<String, Object> page = target(link).answer(link.caseNumber(), data(link, ""), fields);
        String outcome = String.valueOf(page.get("outcome"));
        if (outcome.equals(LinkTarget.ALREADY)) {
            status.setRollbackOnly();
        } else {
            ledger.answered(link.id(), outcome);
            events.publishEvent(new LetterChanged(link.caseNumber(), "link-answered"));
        }
        return Optional.of(page);
    }

    private static Map<String, String> data(Link link, String step) {
        Map<String, String> data = new HashMap<>(link.data());
        data.put("language", link.language());
        data.put("step", step);
        return data;
    }

    private LinkTarget target(Link link) {
        return targets.stream()
                .filter(one -> one.purpose() == link.purpose())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing stands behind links for " + link.purpose()));
    }
}
