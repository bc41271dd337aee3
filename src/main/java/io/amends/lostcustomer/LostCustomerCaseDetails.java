package io.amends.lostcustomer;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.lostcustomer.LostCustomer.Worth;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the case page shows of a lost customer, and what staff can report on it. */
@Component
class LostCustomerCaseDetails implements CaseDetails {

    private static final String SAID = "What the customer said";
    private static final List<String> WISHES =
            Arrays.stream(TalkReply.Wish.values()).map(TalkReply.Wish::code).toList();
    private static final String ACCEPTED = "accepted";

    private final LostCustomers lostCustomers;
    private final LostCustomerTable table;
    private final CustomerDirectory customers;
    private final CustomerHistory history;
    private final LostCustomerVoice voice;
    private final RecoveryTalk talk;
    private final OfferVoice offers;
    private final PlainTime time;
    private final Clock clock;

    LostCustomerCaseDetails(
            LostCustomers lostCustomers,
            LostCustomerTable table,
            CustomerDirectory customers,
            CustomerHistory history,
            LostCustomerVoice voice,
            RecoveryTalk talk,
            OfferVoice offers,
            PlainTime time,
            Clock clock) {
        this.lostCustomers = lostCustomers;
        this.table = table;
        this.customers = customers;
        this.history = history;
        this.voice = voice;
        this.talk = talk;
        this.offers = offers;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return LostCustomerProcess.KEY;
    }

    @Override
    public String subject(String code) {
        return LostCustomerWords.subject(code);
    }

    @Override
    public Map<String, String> facts(String caseNumber) {
        Map<String, String> facts = new LinkedHashMap<>();
        lostCustomers.find(caseNumber).ifPresent(lost -> {
            facts.put("What told us", LostCustomerWords.signal(lost));
            facts.put("Found by", LostCustomerWords.foundBy(lost, time).replaceFirst("^Found by ", ""));
            facts.put("Note", Words.value(lost.note()));
            facts.put("Why we think they left", reason(lost.proposedReason()));
            facts.put("Why they left", reason(lost.confirmedReason()));
            facts.put("Decided", lost.decision() == null ? "" : LostCustomerWords.decision(lost.decision()));
            facts.put("Complaint", Words.value(lost.complaintCase()));
            facts.put("Talk", talk(lost));
            facts.put("Call again on", callAgain(lost));
            facts.put("Offer", offer(lost));
            facts.put("Came back", time.moment(lost.cameBackAt()));
            facts.put("Watched until", time.moment(lost.watchedUntil()));
            facts.put("Regained", Words.value(lost.regained()));
            facts.put("Bought since", lost.repurchase() == null ? "" : history.money(lost.repurchase()));
            facts.put("Worth when lost", value(lost));
            worth(lost, facts);
            facts.putAll(person(lost));
        });
        facts.values().removeIf(value -> value.isEmpty() || value.equals(PlainTime.NOTHING));
        return facts;
    }

    @Override
    public List<Action> actions(String caseNumber) {
        List<Action> actions = new ArrayList<>();
        if (voice.awaits(caseNumber, LostCustomerProcess.CUSTOMER_REPLIED)) {
            actions.add(action(LostCustomerProcess.CUSTOMER_REPLIED, "The customer answered our letter", WISHES));
        }
        if (voice.awaits(caseNumber, LostCustomerProcess.OFFER_DECIDED)) {
            actions.add(action(
                    LostCustomerProcess.OFFER_DECIDED,
                    "The customer decided on our offer",
                    List.of(ACCEPTED, "declined")));
        }
        if (voice.awaits(caseNumber, LostCustomerProcess.CAME_BACK_BY_THEMSELVES)) {
            actions.add(action(
                    LostCustomerProcess.CAME_BACK_BY_THEMSELVES, "The customer came back by themselves", List.of()));
        }
        if (voice.awaits(caseNumber, LostCustomerProcess.NEVER_CONTACT)) {
            actions.add(new Action(
                    LostCustomerProcess.NEVER_CONTACT,
                    "The customer wants to be left alone",
                    SAID,
                    "Nobody of the house will contact this customer any more, and the case closes. This cannot be undone here.",
                    List.of()));
        }
        return actions;
    }

    @Override
    public Optional<String> act(String caseNumber, String action, String option, String text, String userId) {
        if (text.isBlank()) {
            return Optional.of("Please write down what was said.");
        }
        return report(caseNumber, action, option, text)
                ? Optional.empty()
                : Optional.of("The case has moved on meanwhile and does not wait for this any more.");
    }

    private boolean report(String caseNumber, String action, String option, String text) {
        switch (action) {
            case LostCustomerProcess.CUSTOMER_REPLIED -> {
                return replied(caseNumber, TalkReply.Wish.of(option), text);
            }
            case LostCustomerProcess.OFFER_DECIDED -> {
                boolean awaited = offers.awaits(caseNumber);
                offers.decided(caseNumber, option.equals(ACCEPTED), text);
                return awaited;
            }
            case LostCustomerProcess.CAME_BACK_BY_THEMSELVES -> {
                table.cameBack(caseNumber, clock.instant());
                return voice.tell(caseNumber, action, Map.of(LostCustomerProcess.CAME_BACK.name(), true));
            }
            case LostCustomerProcess.NEVER_CONTACT -> {
                return leaveAlone(caseNumber, text);
            }
            default -> {
                return false;
            }
        }
    }

    /** As by the link in the letter. */
    private boolean replied(String caseNumber, TalkReply.Wish wish, String text) {
        talk.replied(caseNumber, wish, null, null, text);
        return voice.tell(
                caseNumber,
                LostCustomerProcess.CUSTOMER_REPLIED,
                Map.of(
                        LostCustomerProcess.TALK_RESULT.name(),
                        wish.talkResult(),
                        RecoveryCallProcess.CALL_THEM.name(),
                        wish == TalkReply.Wish.CALL_ME));
    }

    /** The directory tells every case of theirs; one of a customer who had asked before is told by itself. */
    private boolean leaveAlone(String caseNumber, String text) {
        LostCustomer lost = lostCustomers.find(caseNumber).orElseThrow();
        boolean before = customers
                .byNumber(lost.customerNumber())
                .filter(Customer::doNotContact)
                .isPresent();
        customers.neverContactAgain(lost.customerNumber(), "said so, " + caseNumber + ": " + text);
        return !before || voice.tell(caseNumber, LostCustomerProcess.NEVER_CONTACT, Map.of());
    }

    private Map<String, String> person(LostCustomer lost) {
        Map<String, String> facts = new LinkedHashMap<>();
        customers.byNumber(lost.customerNumber()).ifPresent(customer -> {
            facts.put(
                    "Contact",
                    Stream.of(customer.phone(), customer.mail())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
            facts.put("Language", customer.language().equals("zh-CN") ? "Chinese" : "English");
            facts.put("Their wish", customer.doNotContact() ? "Not to be contacted any more" : "");
        });
        return facts;
    }

    private static String reason(@Nullable String code) {
        return code == null ? "" : LostCustomerWords.reason(code);
    }

    private static String talk(LostCustomer lost) {
        String result = lost.talk().result();
        String tries = lost.talk().tries() == 0 ? "" : ", tries: " + lost.talk().tries();
        return result == null ? "" : Words.label(result) + tries;
    }

    /** The day that they named on the phone, until it has passed or they were called again. */
    private String callAgain(LostCustomer lost) {
        return talk.soFar(lost.caseNumber()).calls().stream()
                .reduce((before, last) -> last)
                .filter(last -> lost.closedAt() == null && last.callAgainOn() != null)
                .map(last -> time.day(last.callAgainOn()))
                .orElse("");
    }

    private static String offer(LostCustomer lost) {
        return Stream.of(lost.offer().kind(), lost.offer().answer())
                .filter(Objects::nonNull)
                .map(Words::label)
                .collect(Collectors.joining(", "));
    }

    private String value(LostCustomer lost) {
        return lost.value().tier().equals("none")
                ? ""
                : "tier " + lost.value().tier() + ", "
                        + history.money(lost.value().secondLifetime()) + " from a return on";
    }

    private void worth(LostCustomer lost, Map<String, String> facts) {
        Worth worth = lost.worth();
        if (worth != null) {
            facts.put("Benefit", history.money(worth.benefit()));
            facts.put("Cost", history.money(worth.cost()));
            facts.put(
                    "Return",
                    Evaluation.returned(worth)
                            .map(share -> share.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %")
                            .orElse("nothing was spent"));
        }
    }

    private static Action action(String name, String label, List<String> options) {
        return new Action(name, label, SAID, "", options);
    }
}
