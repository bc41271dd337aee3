package io.amends.contact;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import io.amends.customer.Customer;
import io.amends.customer.CustomerCards;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerValue;
import io.amends.customer.CustomerValues;
import io.amends.customer.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the page of a customer together. */
@Service
class CustomerPages {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int MOST_LINES = 100;
    private static final String HOUSE = "Amends";

    private final CustomerDirectory customers;
    private final CustomerCards cards;
    private final CustomerValues values;
    private final ContactPolicy policy;
    private final ContactLog contacts;
    private final SkipLog skips;
    private final ContactLine line;
    private final ChangeLog changes;
    private final CaseFiles cases;
    private final CaseWords caseWords;
    private final StaffNames names;
    private final PlainTime time;
    private final Clock clock;

    CustomerPages(
            CustomerDirectory customers,
            CustomerCards cards,
            CustomerValues values,
            ContactPolicy policy,
            ContactLog contacts,
            SkipLog skips,
            ContactLine line,
            ChangeLog changes,
            CaseFiles cases,
            CaseWords caseWords,
            StaffNames names,
            PlainTime time,
            Clock clock) {
        this.customers = customers;
        this.cards = cards;
        this.values = values;
        this.policy = policy;
        this.contacts = contacts;
        this.skips = skips;
        this.line = line;
        this.changes = changes;
        this.cases = cases;
        this.caseWords = caseWords;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    Optional<CustomerPage> of(String customerNumber) {
        return customers.byNumber(customerNumber).map(this::page);
    }

    private CustomerPage page(Customer customer) {
        String number = customer.number();
        Instant aYearAgo = clock.instant().minus(A_YEAR);
        CustomerCards.Wishes wishes = cards.wishes(number).orElseThrow();
        Standing standing =
                Objects.requireNonNull(customers.standings(List.of(number)).get(number));
        ContactNow contactNow = contactNow(number);
        return new CustomerPage(
                customer,
                marks(customer, wishes),
                facts(customer),
                value(customer),
                values.of(number).map(CustomerValue::assumptionsVersion).orElse(null),
                wishes.standing(),
                contactNow.words(),
                contactNow.yes(),
                wishes.mailBouncedAt() == null ? "" : time.moment(wishes.mailBouncedAt()),
                consents(customer, standing),
                possible(wishes),
                contacts.of(number, aYearAgo, MOST_LINES).stream()
                        .map(this::contact)
                        .toList(),
                skips.of(number, aYearAgo, MOST_LINES).stream().map(this::skip).toList(),
                waiting(number),
                cases.casesOf(number).stream()
                        .limit(MOST_LINES)
                        .map(this::caseLine)
                        .toList(),
                changes.of(number, MOST_LINES).stream().map(this::changed).toList());
    }

    private ContactNow contactNow(String number) {
        SkipReason reason = policy.suppressed(List.of(number)).get(number);
        if (reason == SkipReason.MORE_URGENT_CASE) {
            Instant now = clock.instant();
            return line.of(number).stream()
                    .filter(place -> place.has(now))
                    .findFirst()
                    .map(place -> new ContactNow(
                            true,
                            "Yes, for " + place.caseNumber() + ", which has the contact, " + channels(number) + "."))
                    .orElseGet(() -> new ContactNow(false, "No: " + SkipWords.of(reason) + "."));
        }
        if (reason == SkipReason.NO_CONSENT) {
            return new ContactNow(false, "No: no consent, they refused the channels by which we could reach them.");
        }
        return reason == null
                ? new ContactNow(true, "Yes, " + channels(number) + ".")
                : new ContactNow(false, "No: " + SkipWords.of(reason) + ".");
    }

    /** Those that are open, such as {@code by phone or e-mail}. */
    private String channels(String number) {
        List<String> open = Arrays.stream(Channel.values())
                .filter(channel -> policy.open(number, channel))
                .map(Channel::words)
                .toList();
        int last = open.size() - 1;
        return last < 1
                ? "by " + String.join("", open)
                : "by " + String.join(", ", open.subList(0, last)) + " or " + open.get(last);
    }

    /** @param words for the page, with the channels or the reason */
    private record ContactNow(boolean yes, String words) {}

    private List<CustomerPage.Mark> marks(Customer customer, CustomerCards.Wishes wishes) {
        List<CustomerPage.Mark> marks = new ArrayList<>();
        if (wishes.standing().equals("deceased")) {
            marks.add(new CustomerPage.Mark(
                    "This customer has died.", noted(wishes.standingReason(), wishes.standingSince()), "bad"));
        }
        if (wishes.standing().equals("fraud")) {
            marks.add(new CustomerPage.Mark(
                    "Fraud is known or suspected.", noted(wishes.standingReason(), wishes.standingSince()), "bad"));
        }
        if (wishes.doNotContact()) {
            marks.add(new CustomerPage.Mark(
                    "Does not want to be contacted.",
                    noted(wishes.doNotContactReason(), wishes.doNotContactSince()),
                    "bad"));
        }
        if (wishes.mailBouncedAt() != null) {
            marks.add(new CustomerPage.Mark("Mail comes back.", noted(null, wishes.mailBouncedAt()), "warn"));
        }
        if (customer.atRiskSince() != null) {
            marks.add(new CustomerPage.Mark("Watched as at risk.", noted(null, customer.atRiskSince()), "warn"));
        }
        return marks;
    }

    private String noted(@Nullable String reason, @Nullable Instant since) {
        return Stream.of(
                        Optional.ofNullable(reason).filter(it -> !it.isBlank()),
                        Optional.ofNullable(since).map(it -> "since " + time.day(it)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> facts(Customer customer) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("E-mail", Words.value(customer.mail()));
        facts.put("Phone", Words.value(customer.phone()));
        facts.put("Address", Words.value(customer.address()));
        facts.put(
                "Likes to be called",
                Words.value(customers.contactHours(customer.number()).orElse(null)));
        facts.put("Language", customer.language().equals("zh-CN") ? "Chinese" : "English");
        facts.put(
                "Last satisfaction",
                customer.satisfaction() == null ? PlainTime.NOTHING : customer.satisfaction() + " of 10");
        return facts;
    }

    /** As they were worked out last, which is a moment ago only after purchases came in. */
    private Map<String, String> value(Customer customer) {
        Map<String, String> value = new LinkedHashMap<>();
        value.put("Value tier", customer.tier().equals("none") ? "none, without purchases" : customer.tier());
        values.of(customer.number()).ifPresent(worth -> {
            value.put("Purchases", purchases(worth));
            value.put("Buys every", worth.usualInterval() == null ? PlainTime.NOTHING : days(worth.usualInterval()));
            value.put("Bought in all", money(worth.netAmount()));
            value.put("Brings in a year", money(worth.yearlyValue()));
            value.put("Lifetime value", money(worth.lifetimeValue()));
            value.put("After a regain", money(worth.secondLifetimeValue()));
            value.put("As of", time.day(worth.asOf()));
        });
        return value;
    }

    private String purchases(CustomerValue worth) {
        return worth.purchases() == 0
                ? "none"
                : worth.purchases() + ", from " + time.day(worth.firstBoughtOn()) + " to "
                        + time.day(worth.lastBoughtOn());
    }

    private static String days(BigDecimal interval) {
        String number = interval.stripTrailingZeros().toPlainString();
        return number + (number.equals("1") ? " day" : " days");
    }

    private String money(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f %s", amount, values.currency());
    }

    private static List<CustomerPage.Consent> consents(Customer customer, Standing standing) {
        return Arrays.stream(Channel.values())
                .map(channel -> {
                    Boolean answer = standing.consents().get(channel.code());
                    String address = address(customer, channel);
                    return new CustomerPage.Consent(
                            channel.code(),
                            sentence(channel.words()),
                            Words.value(address),
                            answer == null ? "never asked" : answer ? "allowed" : "refused",
                            answer == null ? "" : answer ? "good" : "bad");
                })
                .toList();
    }

    private static @Nullable String address(Customer customer, Channel channel) {
        return switch (channel) {
            case PHONE, MESSAGE -> customer.phone();
            case MAIL -> customer.mail();
            case POST -> customer.address();
        };
    }

    private static List<CustomerPage.Change> possible(CustomerCards.Wishes wishes) {
        return Arrays.stream(CustomerChange.values())
                .filter(change -> switch (change) {
                    case LEAVE_ALONE -> !wishes.doNotContact();
                    case CONTACT_AGAIN -> wishes.doNotContact();
                    case ACTIVE, DECEASED, FRAUD -> !change.code().equals(wishes.standing());
                })
                .map(change -> new CustomerPage.Change(
                        change.code(), change.label(), !change.confirm().isEmpty()))
                .toList();
    }

    private CustomerPage.Contact contact(ContactLog.ContactRow row) {
        UUID letter = row.letterId();
        String caseNumber = Objects.requireNonNullElse(row.caseNumber(), "");
        return new CustomerPage.Contact(
                time.moment(row.at()),
                letter == null ? row.what() : "Letter “" + Words.label(row.what()) + "”",
                letter == null ? "" : letter.toString(),
                Channel.words(row.channel()),
                by(row),
                caseNumber,
                row.cameBack());
    }

    private String by(ContactLog.ContactRow row) {
        return Stream.of(
                        Optional.ofNullable(row.who()).map(names::of),
                        Optional.ofNullable(row.department()).map(Words::label))
                .flatMap(Optional::stream)
                .reduce((who, department) -> who + ", " + department)
                .orElse(HOUSE);
    }

    private CustomerPage.Skip skip(SkipLog.SkipRow row) {
        return new CustomerPage.Skip(
                time.moment(row.at()),
                sentence(SkipWords.of(row.reason())),
                row.askAgainAt() == null ? "" : "asks again " + time.moment(row.askAgainAt()),
                Words.label(row.processKey()),
                Objects.requireNonNullElse(row.caseNumber(), ""));
    }

    private List<CustomerPage.Waiting> waiting(String number) {
        Instant now = clock.instant();
        return line.of(number).stream()
                .filter(place -> place.waits() || place.has(now))
                .filter(place -> cases.find(place.caseNumber())
                        .filter(file -> file.state().equals("open"))
                        .isPresent())
                .map(place -> new CustomerPage.Waiting(
                        place.caseNumber(),
                        place.urgency(),
                        time.moment(place.since()),
                        place.waits() ? "waits" : "has the contact until " + time.moment(place.reservedUntil())))
                .toList();
    }

    private CustomerPage.Case caseLine(CaseFile file) {
        return new CustomerPage.Case(
                file.number(),
                Words.label(file.processKey()),
                caseWords.subject(file),
                file.outcome() == null
                        ? file.state()
                        : file.state() + ", " + file.outcome().replace('-', ' '),
                file.state().equals("open"),
                time.day(file.openedAt()));
    }

    private CustomerPage.Changed changed(ChangeLog.ChangeRow row) {
        return new CustomerPage.Changed(
                time.moment(row.at()),
                row.who() == null ? HOUSE : names.of(row.who()),
                row.what(),
                Objects.requireNonNullElse(row.reason(), ""));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
