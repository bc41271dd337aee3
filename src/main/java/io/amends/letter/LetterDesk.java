package io.amends.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters into the ledger. */
@Service
class LetterDesk implements Letters {

    static final String CUSTOMER = "customer";
    static final String MEDIA = "media";
    private static final int LONGEST_ADDRESS = 320;

    private final LetterCatalog catalog;
    private final LetterTemplates templates;
    private final LetterLedger ledger;
    private final LinkLedger links;
    private final LetterSender sender;
    private final LetterCounters counters;
    private final LetterProperties properties;
    private final ObjectProvider<LetterFacts> facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterDesk(
            LetterCatalog catalog,
            LetterTemplates templates,
            LetterLedger ledger,
            LinkLedger links,
            LetterSender sender,
            LetterCounters counters,
            LetterProperties properties,
            ObjectProvider<LetterFacts> facts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalog = catalog;
        this.templates = templates;
        this.ledger = ledger;
        this.links = links;
        this.sender = sender;
        this.counters = counters;
        this.properties = properties;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(String caseNumber, String letter, String to, String occurrence, Map<String, Object> variables) {
        templates.require(letter);
        LetterFacts knowing = facts.stream()
                .filter(one -> one.knows(caseNumber))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No module knows the case '" + caseNumber + "' that the letter '" + letter + "' is about"));
        for (Addressee addressee : knowing.addressees(caseNumber, letter, to, variables)) {
            String recipient = recipient(addressee);
            if (!ledger.has(caseNumber, letter, occurrence, recipient)) {
                add(caseNumber, letter, to, occurrence, variables, addressee, recipient);
            }
        }
        sender.sendAfterCommit();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseNumber) {
        return ledger.of(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SentLetter> byMessageId(String messageId) {
        String bare = messageId.strip().replaceAll("^<|>$", "");
        return ledger.byMessageId("<" + bare + ">");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SentLetter> byBounceAddress(String address) {
        return properties.bouncedLetter(address).flatMap(ledger::byId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SentLetter> lastSentTo(String recipient, Instant since) {
        return ledger.lastSentTo(recipient, since);
    }

    @Override
    @Transactional
    public void bounced(String letterId, String why) {
        UUID id = UUID.fromString(letterId);
        if (ledger.bounced(id, now(), SmtpVerdict.oneLine(why))) {
            counters.bounced();
            ledger.byId(id)
                    .ifPresent(letter -> events.publishEvent(new LetterChanged(letter.caseNumber(), "letter-bounced")));
            sender.sendAfterCommit();
        }
    }

    @Override
    public boolean outreach(String letter) {
        return catalog.find(letter).filter(LetterAbout::outreach).isPresent();
    }

    @Override
    public boolean toMedia(String letter) {
        return catalog.find(letter).filter(LetterAbout::toMedia).isPresent();
    }

    static boolean toCustomer(String addressedTo) {
        return addressedTo.equals(CUSTOMER);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String recipient(Addressee addressee) {
        String mail = Objects.requireNonNullElse(addressee.mail(), "").strip();
        return mail.length() <= LONGEST_ADDRESS ? mail : "";
    }

    private void add(
            String caseNumber,
            String letter,
            String to,
            String occurrence,
            Map<String, Object> variables,
            Addressee addressee,
            String recipient) {
        UUID id = UUID.randomUUID();
        LetterTemplates.Rendered rendered =
                templates.render(letter, addressee.language(), model(caseNumber, variables, addressee));
        Draft draft = new Draft(
                id,
                caseNumber,
                letter,
                occurrence,
                to,
                recipient,
                addressee.language(),
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                "<" + id + "@" + properties.messageIdDomain() + ">",
                now());
        ledger.add(draft);
        addressee.links().forEach((purpose, data) -> links.add(draft, purpose, data));
    }

    private Map<String, Object> model(String caseNumber, Map<String, Object> variables, Addressee addressee) {
        Map<String, Object> model = new HashMap<>(addressee.model());
        Map<String, String> placeholders = new HashMap<>();
        addressee.links().keySet().forEach(purpose -> placeholders.put(purpose.name(), LinkPlaceholders.of(purpose)));
        model.put("links", placeholders);
        model.put("variables", variables);
        model.put("caseNumber", caseNumber);
        model.put("recipientName", addressee.name());
        model.put("language", addressee.language());
        model.put("publicUrl", properties.publicBase());
        model.put("replyTo", properties.replyTo(caseNumber));
        return model;
    }
}
