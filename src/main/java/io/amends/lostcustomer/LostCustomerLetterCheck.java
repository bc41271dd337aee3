package io.amends.lostcustomer;

import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterCheck;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the customer has asked us not to write, or the case has moved past, does not leave any more (C-7, L-2). */
@Component
class LostCustomerLetterCheck implements LetterCheck {

    /** The letters of a recovery, wherever they are sent. */
    static final Set<String> TO_CUSTOMERS = Set.of("farewell", "win-back", "offer", "offer-reminder", "welcome-back");

    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final LostCustomerVoice voice;

    LostCustomerLetterCheck(LostCustomers lostCustomers, CustomerDirectory customers, LostCustomerVoice voice) {
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.voice = voice;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !TO_CUSTOMERS.contains(letter)
                || lostCustomers
                        .find(caseNumber)
                        .filter(lost -> mayContact(lost) && fits(lost, letter))
                        .isPresent();
    }

    private boolean mayContact(LostCustomer lost) {
        return customers
                .byNumber(lost.customerNumber())
                .filter(Customer::doNotContact)
                .isEmpty();
    }

    private boolean fits(LostCustomer lost, String letter) {
        return switch (letter) {
            case "win-back" -> voice.awaits(lost.caseNumber(), LostCustomerProcess.CUSTOMER_REPLIED);
            case "offer", "offer-reminder" -> voice.awaits(lost.caseNumber(), LostCustomerProcess.OFFER_DECIDED);
            case "welcome-back" -> lost.cameBackAt() != null;
            default -> lost.cameBackAt() == null;
        };
    }
}
