package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseFormFacts;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Purchase;
import io.amends.enquiry.Enquiries;
import io.amends.enquiry.Enquiry;
import io.amends.modeling.JsonLists;
import io.amends.satisfaction.Surveys;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts for the forms of a complaint's tasks: who complains of what, what they bought, what was asked, what is proposed. */
@Component
class ComplaintFormFacts implements CaseFormFacts {

    private static final int MOST_PURCHASES = 500;
    private static final int PURCHASES_SHOWN = 8;

    private final Complaints complaints;
    private final CustomerDirectory customers;
    private final CaseFiles files;
    private final Enquiries enquiries;
    private final CaseClocks clocks;
    private final PlainTime time;
    private final Contacts contacts;
    private final Surveys surveys;

    ComplaintFormFacts(
            Complaints complaints,
            CustomerDirectory customers,
            CaseFiles files,
            Enquiries enquiries,
            CaseClocks clocks,
            PlainTime time,
            Contacts contacts,
            Surveys surveys) {
        this.complaints = complaints;
        this.customers = customers;
        this.files = files;
        this.enquiries = enquiries;
        this.clocks = clocks;
        this.time = time;
        this.contacts = contacts;
        this.surveys = surveys;
    }

    @Override
    public String processKey() {
        return "complaint";
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new LinkedHashMap<>();
        complaints.find(caseNumber).ifPresent(complaint -> {
            Optional<Customer> customer =
                    Optional.ofNullable(complaint.customerNumber()).flatMap(customers::byNumber);
            List<Purchase> purchases = customer.map(it -> customers.purchases(it.number(), MOST_PURCHASES))
                    .orElse(List.of());
            List<Map<String, String>> options = options(caseNumber);
            all.put("facts", facts(complaint, customer, purchases));
            all.put(
                    "purchaseRows",
                    purchases.stream()
                            .limit(PURCHASES_SHOWN)
                            .map(this::purchaseRow)
                            .toList());
            all.put("enquiryRows", enquiryRows(caseNumber));
            all.put("customerOptions", options);
            all.put("ambiguous", options.size() > 1 && customer.isEmpty());
            all.put("asksDecision", "decision".equals(variables.get("asks")));
            all.putAll(SurveyWords.answer(surveys.of(caseNumber), variables.get("episode")));
            all.put("promise", promise(caseNumber, variables));
            if (variables.get("explanation") != null) {
                all.put("proposal", proposal(variables));
            }
        });
        return all;
    }

    /** An empty text where nothing is known: the forms leave that line out. */
    private Map<String, Object> facts(Complaint complaint, Optional<Customer> customer, List<Purchase> purchases) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customerName", customer.map(Customer::name).orElse(complaint.name()));
        facts.put("customerNumber", blank(complaint.customerNumber()));
        facts.put("customerSince", since(purchases));
        facts.put("contact", ComplaintWords.contact(complaint));
        facts.put("tier", customer.map(Customer::tier).orElse(""));
        facts.put("scores", SurveyWords.scores(customers.satisfactionOf(complaint.caseNumber())));
        facts.put("leaveAlone", customer.map(Customer::doNotContact).orElse(false));
        facts.put("product", blank(complaint.product()));
        facts.put("narrative", contacts.story(complaint.narrative(), complaint.caseNumber(), time));
        facts.put("wish", blank(complaint.wish()));
        facts.put("channel", Words.label(complaint.channel()));
        facts.put("warnings", ComplaintWords.warnings(complaint));
        facts.put("receivedAt", time.moment(complaint.receivedAt()) + " (" + time.ago(complaint.receivedAt()) + ")");
        facts.put("neededBy", complaint.neededBy() == null ? "" : time.day(complaint.neededBy()));
        facts.put("repeatOf", blank(complaint.repeatOf()));
        facts.put("history", past(complaint, purchases));
        facts.put("quickLaneUntil", quickLane(complaint.caseNumber()));
        return facts;
    }

    private String past(Complaint complaint, List<Purchase> purchases) {
        String number = complaint.customerNumber();
        List<CaseFile> others = number == null
                ? List.of()
                : files.casesOf(number).stream()
                        .filter(file -> !file.number().equals(complaint.caseNumber()))
                        .toList();
        String cases = others.isEmpty()
                ? "No other case"
                : others.size() + (others.size() == 1 ? " other case" : " other cases") + ", the last "
                        + others.get(0).number() + " (" + others.get(0).state() + ")";
        return cases + "; "
                + (purchases.isEmpty()
                        ? "no purchase known."
                        : "last purchase " + time.ago(purchases.get(0).boughtAt()) + ".");
    }

    /** Day of the first purchase, where the list reaches back to it. */
    private String since(List<Purchase> purchases) {
        return purchases.isEmpty() || purchases.size() == MOST_PURCHASES
                ? ""
                : time.day(purchases.get(purchases.size() - 1).boughtAt());
    }

    private Map<String, String> purchaseRow(Purchase purchase) {
        return Map.of(
                "what", purchase.what(),
                "when", time.moment(purchase.boughtAt()),
                "amount", purchase.amount().toPlainString() + " " + purchase.currency());
    }

    private List<Map<String, String>> enquiryRows(String caseNumber) {
        return enquiries.of(caseNumber).stream()
                .map(ComplaintFormFacts::enquiryRow)
                .toList();
    }

    private static Map<String, String> enquiryRow(Enquiry enquiry) {
        return Map.of(
                "department", Words.label(enquiry.department()),
                "question", enquiry.question(),
                "answer", Objects.requireNonNullElse(enquiry.answer(), "not answered yet"));
    }

    private List<Map<String, String>> options(String caseNumber) {
        return complaints.candidates(caseNumber).stream()
                .map(number -> Map.of(
                        "value",
                        number,
                        "label",
                        customers
                                .byNumber(number)
                                .map(ComplaintFormFacts::label)
                                .orElse(number)))
                .toList();
    }

    private static String label(Customer customer) {
        return String.join(
                ", ",
                List.of(
                        customer.name(),
                        customer.number(),
                        Objects.requireNonNullElse(customer.mail(), "no mail"),
                        Objects.requireNonNullElse(customer.phone(), "no phone"),
                        "tier " + customer.tier()));
    }

    private Map<String, Object> promise(String caseNumber, Map<String, Object> variables) {
        return Map.of(
                "what", text(variables, "promiseWhat"),
                "due", due(variables.get("promiseDue")),
                "caseNumber", caseNumber);
    }

    private String due(@Nullable Object due) {
        if (due instanceof Date date) {
            return time.day(date.toInstant());
        }
        try {
            return due == null ? "" : time.day(LocalDate.parse(due.toString()));
        } catch (DateTimeParseException notADay) {
            return due.toString();
        }
    }

    private static Map<String, Object> proposal(Map<String, Object> variables) {
        String refused = text(variables, "approvalReason");
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put(
                "remedies",
                JsonLists.strings(variables.get("remedies")).stream()
                        .map(Words::label)
                        .toList());
        proposal.put("amount", text(variables, "amount"));
        proposal.put("explanation", text(variables, "explanation"));
        proposal.put("proposer", text(variables, "proposer"));
        proposal.put("reason", refused.isEmpty() ? text(variables, "declineReason") : refused);
        return proposal;
    }

    private static String text(Map<String, Object> variables, String name) {
        return Objects.toString(variables.get(name), "");
    }

    private static String blank(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** Until when settling on the spot needs no investigation (K-11); empty once that is decided. */
    private String quickLane(String caseNumber) {
        return clocks.find(caseNumber, ComplaintProcess.QUICK_LANE)
                .filter(CaseClock::running)
                .map(clock -> time.moment(clock.due()))
                .orElse("");
    }
}
