package io.amends.complaint;

import io.amends.customer.Contact;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at every field of a complaint and names all that cannot be taken. */
class ComplaintCheck {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");
    // clocks of other systems are never quite right
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Clock clock;
    private final List<Fault> faults = new ArrayList<>();

    private ComplaintCheck(Clock clock) {
        this.clock = clock;
    }

    static List<Fault> faults(NewComplaint complaint, Clock clock) {
        var check = new ComplaintCheck(clock);
        check.check(complaint);
        return check.faults;
    }

    private void check(NewComplaint complaint) {
        if (!SOURCE.matcher(complaint.source()).matches()) {
            fault("source", "source");
        }
        line("externalId", complaint.externalId(), 200);
        contact(complaint.contact());
        line("askedFor", complaint.askedFor(), 200);
        oneOf("channel", complaint.channel(), ComplaintValues.CHANNELS);
        oneOf("subject", complaint.subject(), ComplaintValues.SUBJECTS);
        line("product", complaint.product(), 200);
        required("narrative", complaint.narrative(), 10);
        text("narrative", complaint.narrative(), 10_000);
        text("wish", complaint.wish(), 2_000);
        if (complaint.urgency() != null) {
            oneOf("urgency", complaint.urgency(), ComplaintValues.URGENCIES);
        }
        if (complaint.harm() != null) {
            oneOf("harm", complaint.harm(), ComplaintValues.HARMS);
        }
        times(complaint.receivedAt(), complaint.neededBy());
    }

    private void contact(Contact contact) {
        line("customerNumber", contact.customerNumber(), 40);
        required("customerName", contact.name(), 2);
        line("customerName", contact.name(), 200);
        line("customerMail", contact.mail(), 254);
        if (contact.mail() != null && !mail(contact.mail())) {
            fault("customerMail", "mail");
        }
        line("customerPhone", contact.phone(), 40);
        if (contact.phone() != null
                && contact.phone().chars().filter(Character::isDigit).count() < 3) {
            fault("customerPhone", "phone");
        }
        text("customerAddress", contact.address(), 500);
        oneOf("language", contact.language(), ComplaintValues.LANGUAGES);
    }

    private void times(@Nullable Instant receivedAt, @Nullable LocalDate neededBy) {
        var now = clock.instant();
        if (receivedAt != null && receivedAt.isAfter(now.plus(TOLERANCE))) {
            fault("receivedAt", "future");
        }
        if (receivedAt != null && receivedAt.isBefore(OLDEST)) {
            fault("receivedAt", "ancient");
        }
        if (neededBy == null || faults.stream().anyMatch(f -> f.field().equals("receivedAt"))) {
            return;
        }
        var received = LocalDate.ofInstant(receivedAt == null ? now : receivedAt, ZoneOffset.UTC);
        // somewhere it is still the day before
        if (neededBy.isBefore(received.minusDays(1))) {
            fault("neededBy", "past");
        }
        if (neededBy.isAfter(received.plusYears(10))) {
            fault("neededBy", "far");
        }
    }

    private void required(String field, @Nullable String text, int shortest) {
        if (text == null || text.isBlank()) {
            fault(field, "required");
        } else if (text.strip().length() < shortest) {
            fault(field, "short", shortest);
        }
    }

    private void oneOf(String field, String value, List<String> values) {
        if (value.isBlank()) {
            fault(field, "required");
        } else if (!values.contains(value)) {
            fault(field, "unknown", String.join(", ", values));
        }
    }

    private void line(String field, @Nullable String text, int longest) {
        text(field, text, longest);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            fault(field, "line");
        }
    }

    private void text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            fault(field, "long", longest);
        }
        if (text.codePoints().anyMatch(ComplaintCheck::cannotBeStored)) {
            fault(field, "characters");
        }
    }

    /** The first fault of a field is enough. */
    private void fault(String field, String code, Object... details) {
        if (faults.stream().noneMatch(f -> f.field().equals(field))) {
            faults.add(Fault.of(field, code, details));
        }
    }

    private static boolean cannotBeStored(int c) {
        return Character.getType(c) == Character.SURROGATE
                || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static boolean mail(String typed) {
        try {
            new InternetAddress(typed, true).validate();
            return MAIL.matcher(typed).matches();
        } catch (AddressException notOne) {
            return false;
        }
    }
}
