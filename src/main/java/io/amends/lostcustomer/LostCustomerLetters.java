package io.amends.lostcustomer;

import io.amends.correspondence.ColleagueLetters;
import io.amends.correspondence.CorrespondenceProperties;
import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the letters of a lost customer's case go to and what they can say. */
@Component
class LostCustomerLetters implements LetterFacts {

    private static final String CUSTOMER = "customer";

    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final MayWrite mayWrite;
    private final ColleagueLetters colleagues;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    LostCustomerLetters(
            LostCustomers lostCustomers,
            CustomerDirectory customers,
            MayWrite mayWrite,
            ColleagueLetters colleagues,
            CorrespondenceProperties properties,
            Clock clock) {
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.mayWrite = mayWrite;
        this.colleagues = colleagues;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseNumber) {
        return lostCustomers.find(caseNumber).isPresent();
    }

    /** None for a customer whom we may not write to: the letter is then not written, and the skip is recorded (L-2). */
    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        LostCustomer lost = lostCustomers.find(caseNumber).orElseThrow();
        Customer customer = customers.byNumber(lost.customerNumber()).orElseThrow();
        LetterVariables seen = new LetterVariables(variables);
        if (!to.equals(CUSTOMER)) {
            return colleagues.of(
                    caseNumber,
                    to,
                    LostCustomerProcess.RETENTION,
                    seen,
                    wording -> toColleagues(lost, customer, seen, wording));
        }
        return mayWrite.to(lost, customer, seen) ? List.of(customer(lost, customer, letter, seen)) : List.of();
    }

    private Addressee customer(LostCustomer lost, Customer customer, String letter, LetterVariables seen) {
        Wording wording = Wording.in(customer.language(), clock.getZone());
        Map<String, @Nullable Object> model = model(lost, customer, seen);
        model.putAll(OfferContent.of(seen, wording, properties.currency()));
        model.put("news", seen.text("news"));
        return new Addressee(
                Wording.oneLine(customer.name()),
                customer.mail(),
                customer.language(),
                model,
                LostCustomerLinks.of(letter, seen, model));
    }

    private Map<String, @Nullable Object> toColleagues(
            LostCustomer lost, Customer customer, LetterVariables seen, Wording wording) {
        Map<String, @Nullable Object> model = model(lost, customer, seen);
        model.put("subjectWords", wording.of("signal", lost.signal().code()));
        return model;
    }

    private Map<String, @Nullable Object> model(LostCustomer lost, Customer customer, LetterVariables seen) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("customerName", Wording.oneLine(customer.name()));
        model.put(
                "ownerName",
                colleagues.owner(lost.caseNumber(), seen).map(Person::name).orElse(null));
        return model;
    }
}
