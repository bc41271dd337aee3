package io.amends.contact;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseIdentified;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterNotDelivered;
import io.amends.letter.LetterSent;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters are contacts by themselves: once sent they count, and no more when they come back (L-2). */
@Component
class LetterContacts {

    /** RFC 3463: nobody has this address, or nobody has it any more; and the same without such a code. */
    private static final Pattern NOBODY_THERE =
            Pattern.compile("\\b5\\.(1\\.(1|2|3|6|10)|2\\.1)\\b|\\b55[013]\\b(?![ -]5\\.)");

    private final ContactLog contacts;
    private final CaseFiles cases;
    private final Letters letters;
    private final CustomerDirectory customers;

    LetterContacts(ContactLog contacts, CaseFiles cases, Letters letters, CustomerDirectory customers) {
        this.contacts = contacts;
        this.cases = cases;
        this.letters = letters;
        this.customers = customers;
    }

    @EventListener
    void sent(LetterSent letter) {
        UUID id = UUID.fromString(letter.letterId());
        if (letter.toCustomer() && !contacts.hasLetter(id)) {
            cases.find(letter.caseNumber()).ifPresent(file -> contacts.add(contact(file, letter, id)));
        }
    }

    /** Whose mail comes back is not written to any more, by no department. */
    @EventListener
    void notDelivered(LetterNotDelivered letter) {
        contacts.cameBack(UUID.fromString(letter.letterId()));
        letters.of(letter.caseNumber()).stream()
                .filter(one -> one.id().equals(letter.letterId()) && nobodyThere(one))
                .map(LetterView::recipient)
                .forEach(address -> {
                    if (address != null) {
                        customers.mailBounced(address);
                    }
                });
    }

    @EventListener
    void identified(CaseIdentified found) {
        contacts.identified(found.caseNumber(), found.customerNumber());
    }

    /** A letter that was only put off until nobody tried any more says nothing of the address. */
    private static boolean nobodyThere(LetterView letter) {
        String problem = letter.problem() == null ? "" : letter.problem();
        return letter.fate().equals("bounced")
                || (letter.fate().equals("refused")
                        && NOBODY_THERE.matcher(problem).find());
    }

    private static ContactLog.ContactRow contact(CaseFile file, LetterSent letter, UUID id) {
        return new ContactLog.ContactRow(
                file.customerNumber(),
                file.number(),
                letter.sentAt().truncatedTo(ChronoUnit.MILLIS),
                Channel.MAIL.code(),
                null,
                null,
                letter.letter(),
                id,
                false);
    }
}
