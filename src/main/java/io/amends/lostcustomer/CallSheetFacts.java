package io.amends.lostcustomer;

import io.amends.casefile.CaseContacts;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseFormFacts;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Standing;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the call sheet says beside the facts of every step (L-7): how and when to call, what was allowed, who had to do with the
 * customer last, and what earlier calls and our letter came to.
 */
@Component
class CallSheetFacts implements CaseFormFacts {

    /** The last contact is among the last cases. */
    private static final int CASES_LOOKED_AT = 10;

    /** Field of the form {@code confirm-reason}, which opens with what was said on the phone. */
    private static final String REASON_NOTE = "reasonNote";

    private static final String NONE = "none";
    private static final List<String> ORDINALS = List.of("First", "Second", "Third");

    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final RecoveryTalk talk;
    private final CaseFiles files;
    private final Letters letters;
    private final CaseContacts contacts;
    private final People people;
    private final PlainTime time;
    private final Clock clock;

    CallSheetFacts(
            LostCustomers lostCustomers,
            CustomerDirectory customers,
            RecoveryTalk talk,
            CaseFiles files,
            Letters letters,
            CaseContacts contacts,
            People people,
            PlainTime time,
            Clock clock) {
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.talk = talk;
        this.files = files;
        this.letters = letters;
        this.contacts = contacts;
        this.people = people;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return LostCustomerProcess.KEY;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new LinkedHashMap<>();
        lostCustomers
                .find(caseNumber)
                .flatMap(lost -> customers.byNumber(lost.customerNumber()))
                .ifPresent(customer -> {
                    TalkSoFar soFar = talk.soFar(caseNumber);
                    all.put("sheet", sheet(customer, soFar));
                    all.put("facts", talkFacts(caseNumber, soFar));
                    String said = soFar.said();
                    if (variables.get(REASON_NOTE) == null && !said.isEmpty()) {
                        all.put(REASON_NOTE, said);
                    }
                    all.put(
                            "callRows",
                            soFar.calls().stream().map(this::callRow).toList());
                });
        return all;
    }

    /** What came of the talk, for every form after it. */
    private Map<String, Object> talkFacts(String caseNumber, TalkSoFar soFar) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "talk",
                soFar.lastTalk()
                        .map(call -> Words.label(call.result().code()) + ", " + time.moment(call.at()))
                        .orElse(""));
        facts.put("talkWords", soFar.said());
        facts.put("reasonNote", talk.reasonNote(caseNumber));
        return facts;
    }

    /** An empty text where nothing is known: the form leaves that line out. */
    private Map<String, Object> sheet(Customer customer, TalkSoFar soFar) {
        List<CaseFile> cases = files.casesOf(customer.number());
        ContactHours hours = talk.hours(customer.number());
        TalkReply reply = soFar.reply();
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("phone", soFar.phone(customer.phone()).orElse(""));
        sheet.put(
                "phoneNote", reply != null && reply.phone() != null ? "the number that they gave in their answer" : "");
        sheet.put("hours", when(customer, hours));
        sheet.put("hoursWords", blank(hours.words()));
        sheet.put("hoursUnread", hours.unreadable());
        sheet.put("tryWords", tryWords(soFar));
        sheet.put("language", customer.language().startsWith("zh") ? "Chinese" : "English");
        sheet.put("consent", consent(customer.number()));
        sheet.put("lastService", lastService(cases));
        sheet.put("lastContact", lastContact(cases));
        sheet.put("complaints", complaints(cases));
        sheet.put("replyWish", reply == null ? "" : replyWish(reply));
        sheet.put("replyAt", reply == null ? "" : time.moment(reply.at()));
        sheet.put("replyWords", reply == null ? "" : blank(reply.words()));
        return sheet;
    }

    /** {@code 18-20; that is now} or {@code mornings; next on Tue 3 Mar 2026, 09:00}. */
    private String when(Customer customer, ContactHours hours) {
        CallPlan plan = talk.plan(customer.number());
        String theirs = hours.known() ? hours.words() : "nothing known of their hours, so within ours";
        return theirs + "; "
                + (plan.fits(clock.instant())
                        ? "that is now"
                        : "next on " + time.moment(plan.next(clock.instant(), List.of())));
    }

    private static String tryWords(TalkSoFar soFar) {
        int vain = soFar.vainTries().size();
        return vain < ORDINALS.size()
                ? ORDINALS.get(vain) + " of " + ORDINALS.size() + " tries"
                : "After " + ORDINALS.size() + " tries";
    }

    private String consent(String customerNumber) {
        Standing standing = customers.standings(List.of(customerNumber)).get(customerNumber);
        if (standing == null) {
            return "";
        }
        return Stream.of("phone", "mail")
                .map(channel -> channel + " " + allowed(standing.consents().get(channel)))
                .collect(Collectors.joining(", "));
    }

    private static String allowed(@Nullable Boolean consent) {
        return consent == null ? "never asked about" : consent ? "allowed" : "refused";
    }

    private String lastService(List<CaseFile> cases) {
        return cases.stream()
                .filter(file -> file.processKey().equals("complaint") && file.closedAt() != null)
                .max(Comparator.comparing(CaseFile::closedAt))
                .map(file ->
                        Words.label(file.subject()) + ", " + file.number() + ", closed " + time.ago(file.closedAt()))
                .orElse(NONE);
    }

    private static String complaints(List<CaseFile> cases) {
        long complaints = cases.stream()
                .filter(file -> file.processKey().equals("complaint"))
                .count();
        return complaints == 0 ? NONE : Long.toString(complaints);
    }

    /** By whomever of the house, about whatever: a letter that left, a call, a visit. */
    private String lastContact(List<CaseFile> cases) {
        return cases.stream()
                .limit(CASES_LOOKED_AT)
                .flatMap(file -> Stream.concat(
                        letters.of(file.number()).stream()
                                .map(LetterView::sentAt)
                                .filter(Objects::nonNull),
                        contacts.of(file.number()).stream()
                                // what nobody did is a contact that was passed over
                                .filter(one -> one.who() != null)
                                .map(CaseContacts.Contact::at)))
                .max(Comparator.naturalOrder())
                .map(at -> time.moment(at) + " (" + time.ago(at) + ")")
                .orElse(NONE);
    }

    private String replyWish(TalkReply reply) {
        String wish = Words.label(reply.wish().code());
        return reply.callOn() == null ? wish : wish + ", on " + time.day(reply.callOn());
    }

    private Map<String, String> callRow(RecoveryCall call) {
        String by = call.by();
        return Map.of(
                "number",
                Integer.toString(call.tryNumber()),
                "when",
                time.moment(call.at()),
                "who",
                by == null ? "" : people.person(by).map(Person::name).orElse(by),
                "result",
                Words.label(call.result().code())
                        + (call.callAgainOn() == null ? "" : ": " + time.day(call.callAgainOn())),
                "words",
                blank(call.words()));
    }

    private static String blank(@Nullable String text) {
        return Objects.toString(text, "");
    }
}
