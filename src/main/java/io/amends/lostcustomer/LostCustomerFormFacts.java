package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseFormFacts;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.customer.Agreement;
import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Purchase;
import io.amends.customer.Satisfaction;
import io.amends.lostcustomer.LostCustomer.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts for the forms of a lost customer: who, what they are worth and own, what went wrong, why we think they left (L-3, L-4, L-7). */
@Component
class LostCustomerFormFacts implements CaseFormFacts {

    private static final int MOST_PURCHASES = 500;
    private static final int PURCHASES_SHOWN = 8;
    private static final List<Assumption> BEHIND_VALUES = List.of(
            Assumption.MARGIN,
            Assumption.RETENTION,
            Assumption.RETENTION_AFTER_REGAIN,
            Assumption.DISCOUNT,
            Assumption.HORIZON_YEARS);

    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final CustomerHistory history;
    private final CaseFiles files;
    private final AssumptionTable assumptions;
    private final PlainTime time;

    LostCustomerFormFacts(
            LostCustomers lostCustomers,
            CustomerDirectory customers,
            CustomerHistory history,
            CaseFiles files,
            AssumptionTable assumptions,
            PlainTime time) {
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.history = history;
        this.files = files;
        this.assumptions = assumptions;
        this.time = time;
    }

    @Override
    public String processKey() {
        return LostCustomerProcess.KEY;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new LinkedHashMap<>();
        lostCustomers.find(caseNumber).ifPresent(lost -> {
            Customer customer = customers.byNumber(lost.customerNumber()).orElseThrow();
            List<Purchase> purchases = customers.purchases(customer.number(), MOST_PURCHASES);
            all.put("facts", facts(lost, customer, purchases, variables));
            all.put(
                    "purchaseRows",
                    purchases.stream()
                            .limit(PURCHASES_SHOWN)
                            .map(this::purchaseRow)
                            .toList());
            all.put(
                    "ownedRows",
                    customers.agreements(customer.number()).stream()
                            .map(this::ownedRow)
                            .toList());
            all.put("complaintRows", complaintRows(customer));
            all.put("promise", Map.of("what", text(variables, "promiseWhat"), "caseNumber", caseNumber));
        });
        return all;
    }

    /** An empty text where nothing is known: the forms leave that line out. */
    private Map<String, Object> facts(
            LostCustomer lost, Customer customer, List<Purchase> purchases, Map<String, Object> variables) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customerName", customer.name());
        facts.put("customerNumber", customer.number());
        facts.put("customerSince", since(purchases));
        facts.put("contact", contact(customer));
        facts.put("tier", lost.value().tier());
        facts.put("value", value(lost.value()));
        facts.put("assumptions", assumed());
        facts.put("leaveAlone", customer.doNotContact());
        facts.put("openedAt", time.moment(lost.openedAt()) + " (" + time.ago(lost.openedAt()) + ")");
        facts.put("signal", LostCustomerWords.signal(lost));
        facts.put("scan", LostCustomerWords.foundBy(lost, time));
        facts.put("subject", LostCustomerWords.subject(lost.signal().code()));
        facts.put("product", "");
        facts.put("ending", ending(lost));
        facts.put("note", blank(lost.note()));
        facts.put("why", lost.proposedReason() == null ? "" : LostCustomerWords.reason(lost.proposedReason()));
        facts.put("confirmed", lost.confirmedReason() == null ? "" : LostCustomerWords.reason(lost.confirmedReason()));
        facts.put("complaintCase", blank(lost.complaintCase()));
        facts.put("complaintOutcome", words(text(variables, "complaintOutcome")));
        facts.put("lastPurchase", lastPurchase(purchases));
        facts.put("offer", offer(lost));
        return facts;
    }

    private static String contact(Customer customer) {
        return Stream.of(customer.phone(), customer.mail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String value(Value value) {
        return value.tier().equals("none")
                ? ""
                : amount(value.yearly()) + " a year, " + amount(value.lifetime()) + " in all, "
                        + amount(value.secondLifetime()) + " from a return on";
    }

    private String assumed() {
        Assumptions current = assumptions.current();
        return BEHIND_VALUES.stream()
                        .map(one -> assumed(one, current.value(one)))
                        .collect(Collectors.joining(", "))
                + " (version " + current.version() + ")";
    }

    private static String assumed(Assumption one, BigDecimal value) {
        return one == Assumption.HORIZON_YEARS
                ? "horizon " + value.stripTrailingZeros().toPlainString() + " years"
                : Words.label(one.code()).toLowerCase(Locale.ROOT) + " "
                        + value.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private String ending(LostCustomer lost) {
        if (lost.signal() == Signal.ENDING) {
            return history.agreement(lost.reference())
                    .map(it -> it.what() + ", ends on " + time.day(it.endsOn()))
                    .orElse("");
        }
        String kind = lost.reported().endingKind();
        return kind == null
                ? ""
                : Words.label(kind)
                        + (lost.reported().endsOn() == null
                                ? ""
                                : ", ends on " + time.day(lost.reported().endsOn()));
    }

    /** Day of the first purchase, where the list reaches back to it. */
    private String since(List<Purchase> purchases) {
        return purchases.isEmpty() || purchases.size() == MOST_PURCHASES
                ? ""
                : time.day(purchases.get(purchases.size() - 1).boughtAt());
    }

    private String lastPurchase(List<Purchase> purchases) {
        return purchases.stream()
                .filter(one -> one.amount().signum() > 0)
                .findFirst()
                .map(Purchase::boughtAt)
                .map(at -> time.day(at) + " (" + time.ago(at) + ")")
                .orElse("");
    }

    private String offer(LostCustomer lost) {
        String kind = lost.offer().kind();
        BigDecimal amount = lost.offer().amount();
        if (kind == null) {
            return "";
        }
        return Words.label(kind) + (amount == null || amount.signum() == 0 ? "" : ", worth " + amount(amount));
    }

    private Map<String, String> purchaseRow(Purchase purchase) {
        return Map.of(
                "what", purchase.what(),
                "when", time.dayOrMoment(purchase.boughtAt()),
                "amount", purchase.amount().toPlainString() + " " + purchase.currency());
    }

    private Map<String, String> ownedRow(Agreement it) {
        return Map.of(
                "what", it.what(),
                "kind", Words.label(it.kind()),
                "since", time.day(it.beganOn()),
                "until", time.day(it.endsOn()));
    }

    private List<Map<String, String>> complaintRows(Customer customer) {
        return files.casesOf(customer.number()).stream()
                .filter(file -> file.processKey().equals("complaint"))
                .map(this::complaintRow)
                .toList();
    }

    private Map<String, String> complaintRow(CaseFile file) {
        List<Satisfaction> scores = customers.satisfactionOf(file.number());
        Instant closed = file.closedAt();
        return Map.of(
                "case",
                file.number(),
                "about",
                Words.label(file.subject()),
                "ended",
                closed == null ? "open" : time.day(closed) + ", " + words(blank(file.outcome())),
                "score",
                scores.isEmpty() ? "" : scores.get(scores.size() - 1).score() + " of 10");
    }

    private String amount(BigDecimal amount) {
        return history.money(amount);
    }

    private static String words(String code) {
        return code.isEmpty() ? "" : Words.label(code);
    }

    private static String text(Map<String, Object> variables, String name) {
        return Objects.toString(variables.get(name), "");
    }

    private static String blank(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
