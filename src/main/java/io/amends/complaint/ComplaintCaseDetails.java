package io.amends.complaint;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.handover.Handovers;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the case page shows of a complaint, and what staff can report on it for the customer. */
@Component
class ComplaintCaseDetails implements CaseDetails {

    private static final String AGAIN = "customer-contacted-again";
    private static final String REPLIED = "customer-replied";
    private static final String DECIDED = "customer-decided";
    private static final String SURVEY = "survey-answered";
    private static final String WITHDRAWN = "complaint-withdrawn";
    private static final String PRESS = "media-threat-raised";
    private static final String REGULATOR = "regulator-involved";
    private static final String HANDOVER = "handover-asked";
    private static final String LEAD_CHOOSES = "let the team lead choose";
    private static final List<String> CHANNELS = List.of("phone", "mail", "web", "counter", "social");
    private static final List<String> SCORES =
            IntStream.rangeClosed(0, 10).mapToObj(Integer::toString).toList();
    private static final String SAID = "What the customer said";

    private final Complaints complaints;
    private final CustomerDirectory customers;
    private final CustomerVoice voice;
    private final PlainTime time;
    private final Contacts contacts;
    private final Handovers handovers;
    private final People people;

    ComplaintCaseDetails(
            Complaints complaints,
            CustomerDirectory customers,
            CustomerVoice voice,
            PlainTime time,
            Contacts contacts,
            Handovers handovers,
            People people) {
        this.complaints = complaints;
        this.customers = customers;
        this.voice = voice;
        this.time = time;
        this.contacts = contacts;
        this.handovers = handovers;
        this.people = people;
    }

    @Override
    public String processKey() {
        return "complaint";
    }

    @Override
    public Map<String, String> facts(String caseNumber) {
        Map<String, String> facts = new LinkedHashMap<>();
        complaints.find(caseNumber).ifPresent(complaint -> {
            facts.put("What happened", contacts.story(complaint.narrative(), caseNumber, time));
            facts.put("Wish", Words.value(complaint.wish()));
            facts.put("About", Words.label(complaint.subject()));
            facts.put("Product", Words.value(complaint.product()));
            facts.put("Harm", Words.label(complaint.harm()));
            facts.put("Urgency", Words.label(complaint.urgency()));
            facts.put("Answer needed by", time.day(complaint.neededBy()));
            facts.put("Warning signs", ComplaintWords.warnings(complaint));
            facts.put("Came by", Words.label(complaint.channel()) + ", " + time.moment(complaint.receivedAt()));
            facts.put("Contact", ComplaintWords.contact(complaint));
            facts.put("Address", Words.value(complaint.address()));
            facts.put("Language", complaint.language().equals("zh-CN") ? "Chinese" : "English");
            facts.put("Repeat of", Words.value(complaint.repeatOf()));
            customerOf(complaint).ifPresent(customer -> {
                facts.put("Value tier", customer.tier());
                facts.put("At risk", customer.atRiskSince() == null ? "" : "since " + time.day(customer.atRiskSince()));
                facts.put("Their wish", customer.doNotContact() ? "Not to be contacted any more" : "");
            });
        });
        facts.values().removeIf(value -> value.isEmpty() || value.equals(PlainTime.NOTHING));
        return facts;
    }

    @Override
    public List<Action> actions(String caseNumber) {
        List<Action> actions = new ArrayList<>();
        if (voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)) {
            actions.add(action(REPLIED, "The customer answered our question", SAID, List.of()));
        }
        if (voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            actions.add(
                    action(DECIDED, "The customer decided on our proposal", "Why", List.of("accepted", "declined")));
        }
        if (voice.awaits(caseNumber, CustomerVoice.Kind.SURVEY)) {
            actions.add(action(SURVEY, "The customer told how satisfied they are (0–10)", SAID, SCORES));
        }
        if (voice.awaits(caseNumber, CustomerVoice.Kind.NEWS)) {
            actions.add(action(AGAIN, "The customer got in touch again", SAID, CHANNELS));
            actions.add(action(PRESS, "The customer speaks of going to the press", SAID, List.of()));
            actions.add(action(REGULATOR, "A regulator is involved", "Which one, and what they ask", List.of()));
        }
        if (voice.awaits(caseNumber, CustomerVoice.Kind.WITHDRAWAL)) {
            actions.add(new Action(
                    WITHDRAWN,
                    "The customer withdraws the complaint",
                    "Why",
                    "The case closes and the customer gets a letter that confirms it. This cannot be undone.",
                    List.of()));
        }
        if (people.acting().filter(user -> handovers.mayAsk(caseNumber, user)).isPresent()) {
            actions.add(action(HANDOVER, "Hand the case over …", "Why", newOwners(caseNumber)));
        }
        return actions;
    }

    private List<String> newOwners(String caseNumber) {
        return Stream.concat(
                        handovers.candidates(caseNumber).stream().map(ComplaintCaseDetails::newOwner),
                        Stream.of(LEAD_CHOOSES))
                .toList();
    }

    /** As the list shows people; the user id tells two of one name apart. */
    private static String newOwner(Person person) {
        return person.name() + " (" + person.userId() + ")";
    }

    @Override
    public Optional<String> act(String caseNumber, String action, String option, String text, String userId) {
        if (text.isBlank() && !textOptional(action)) {
            return Optional.of("Please write down what was said.");
        }
        try {
            report(caseNumber, action, option, text, userId);
            return Optional.empty();
        } catch (FormRefusal refusal) {
            return Optional.of(refusal.reason());
        }
    }

    private void report(String caseNumber, String action, String option, String text, String userId) {
        switch (action) {
            case AGAIN -> voice.contactedAgain(caseNumber, option, text);
            case REPLIED -> voice.replied(caseNumber, text);
            case DECIDED -> voice.decided(caseNumber, option.equals("accepted"), text.isBlank() ? null : text);
            case SURVEY ->
                voice.surveyAnswered(
                        caseNumber, Integer.parseInt(option), null, null, null, null, text.isBlank() ? null : text);
            case WITHDRAWN -> voice.withdrawn(caseNumber, text.isBlank() ? null : text);
            case PRESS -> voice.mediaThreat(caseNumber, text);
            case REGULATOR -> voice.regulatorInvolved(caseNumber, text);
            case HANDOVER -> handovers.ask(caseNumber, chosen(caseNumber, option), text, userId);
            default -> throw new FormRefusal("action", "This cannot be reported on a complaint.");
        }
    }

    /** User id of the new owner, or null when the team lead is to choose. */
    private @Nullable String chosen(String caseNumber, String option) {
        return option.equals(LEAD_CHOOSES)
                ? null
                : handovers.candidates(caseNumber).stream()
                        .filter(person -> newOwner(person).equals(option))
                        .findFirst()
                        .map(Person::userId)
                        .orElse(option);
    }

    private static boolean textOptional(String action) {
        return List.of(DECIDED, SURVEY, WITHDRAWN).contains(action);
    }

    private Optional<Customer> customerOf(Complaint complaint) {
        return Optional.ofNullable(complaint.customerNumber()).flatMap(customers::byNumber);
    }

    private static Action action(String name, String label, String textLabel, List<String> options) {
        return new Action(name, label, textLabel, "", options);
    }
}
