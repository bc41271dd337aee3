package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseFormFacts;
import io.amends.casefile.CaseHistory;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Wording;
import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Purchase;
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

    private static final int MOST_PURCHASES = 8;
    /** K-11. */
    private static final Budget QUICK_LANE = new Budget(3, Budget.Unit.BUSINESS_DAYS);

    private final Complaints complaints;
    private final CustomerDirectory customers;
    private final CustomerVoice voice;
    private final CaseFiles files;
    private final CaseHistory history;
    private final CaseClocks clocks;
    private final PlainTime time;

    ComplaintFormFacts(
            Complaints complaints,
            CustomerDirectory customers,
            CustomerVoice voice,
            CaseFiles files,
            CaseHistory history,
            CaseClocks clocks,
            PlainTime time) {
        this.complaints = complaints;
        this.customers = customers;
        this.voice = voice;
        this.files = files;
        this.history = history;
        this.clocks = clocks;
        this.time = time;
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
            all.put("purchaseRows", purchases.stream().map(this::purchaseRow).toList());
            all.put("enquiryRows", enquiryRows(caseNumber));
            all.put("customerOptions", options);
            all.put("ambiguous", options.size() > 1 && customer.isEmpty());
            all.put("asksDecision", voice.awaits(caseNumber, CustomerVoice.Kind.DECISION));
            all.put("promise", promise(caseNumber, variables));
            all.put("proposal", proposal(variables));
        });
        return all;
    }

    private Map<String, Object> facts(Complaint complaint, Optional<Customer> customer, List<Purchase> purchases) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customerName", customer.map(Customer::name).orElse(complaint.name()));
        facts.put("customerNumber", Wording.value(complaint.customerNumber()));
        facts.put("customerSince", since(purchases));
        facts.put("contact", ComplaintWords.contact(complaint));
        facts.put("tier", customer.map(Customer::tier).orElse(PlainTime.NOTHING));
        facts.put(
                "satisfaction",
                Wording.value(customer.map(Customer::satisfaction).orElse(null)));
        facts.put("product", Wording.value(complaint.product()));
        facts.put("narrative", complaint.narrative());
        facts.put("wish", Wording.value(complaint.wish()));
        facts.put("channel", Wording.label(complaint.channel()));
        facts.put("warnings", ComplaintWords.warnings(complaint));
        facts.put("receivedAt", time.moment(complaint.receivedAt()) + " (" + time.ago(complaint.receivedAt()) + ")");
        facts.put("neededBy", time.day(complaint.neededBy()));
        facts.put("repeatOf", Wording.value(complaint.repeatOf()));
        facts.put("history", past(complaint, purchases));
        facts.put("quickLaneUntil", time.moment(clocks.due(complaint.receivedAt(), QUICK_LANE)));
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

    private String since(List<Purchase> purchases) {
        return purchases.isEmpty()
                ? PlainTime.NOTHING
                : "at least " + time.moment(purchases.get(purchases.size() - 1).boughtAt());
    }

    private Map<String, String> purchaseRow(Purchase purchase) {
        return Map.of(
                "what", purchase.what(),
                "when", time.moment(purchase.boughtAt()),
                "amount", purchase.amount().toPlainString() + " " + purchase.currency());
    }

    private List<Map<String, String>> enquiryRows(String caseNumber) {
        return history.runs(caseNumber, "enquiry").stream()
                .map(run -> Map.of(
                        "department", text(run, "department"),
                        "question", text(run, "enquiryQuestion"),
                        "answer", text(run, "enquiryAnswer")))
                .toList();
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

    private static Map<String, Object> promise(String caseNumber, Map<String, Object> variables) {
        return Map.of(
                "what", text(variables, "promiseWhat"),
                "due", text(variables, "promiseDue"),
                "caseNumber", caseNumber);
    }

    private static Map<String, Object> proposal(Map<String, Object> variables) {
        String refused = text(variables, "approvalReason");
        String declined = text(variables, "declineReason");
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("remedies", text(variables, "remedies"));
        proposal.put("amount", text(variables, "amount"));
        proposal.put("explanation", text(variables, "explanation"));
        proposal.put("proposer", text(variables, "proposer"));
        proposal.put("declineReason", declined);
        proposal.put("approvalReason", refused);
        proposal.put("lastReason", refused.equals(PlainTime.NOTHING) ? declined : refused);
        return proposal;
    }

    private static String text(Map<String, Object> variables, String name) {
        return Wording.value(listed(variables.get(name)));
    }

    /** A checklist comes as a JSON array; people read words. */
    private static @Nullable Object listed(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1).replace("\"", "").replace(",", ", ")
                : value;
    }
}
