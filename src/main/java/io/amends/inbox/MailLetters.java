package io.amends.inbox;

import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whom letters about a mail go to, and what they say: that it still waits to be sorted, and where (T-4). */
@Component
class MailLetters implements LetterFacts {

    private final MailStore store;
    private final People people;
    private final InboxProperties properties;
    private final Clock clock;

    MailLetters(MailStore store, People people, InboxProperties properties, Clock clock) {
        this.store = store;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseNumber) {
        return caseNumber.startsWith("MAIL-") && store.find(caseNumber).isPresent();
    }

    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        Mail mail = store.find(caseNumber).orElseThrow();
        List<Person> readers = people.members(to);
        // on record as undeliverable rather than dropped without a word
        return readers.isEmpty()
                ? List.of(new Addressee(to, null, properties.staffLanguage(), model(mail), Map.of()))
                : readers.stream()
                        .map(reader -> new Addressee(
                                reader.name(), reader.mail(), properties.staffLanguage(), model(mail), Map.of()))
                        .toList();
    }

    private Map<String, Object> model(Mail mail) {
        Map<String, Object> model = new HashMap<>();
        model.put("mailFrom", Objects.requireNonNullElse(mail.sender(), ""));
        model.put("mailSubject", mail.subject());
        model.put(
                "mailHours",
                Duration.between(mail.receivedAt(), clock.instant()).toHours());
        model.put("mailPath", "/inbox/" + mail.number());
        return model;
    }
}
