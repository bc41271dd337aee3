package io.amends.complaint;

import io.amends.customer.Contact;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Lets complaints of one person in one after the other, on all nodes. The lock on what was typed always comes before the
 * lock on the customer, so that two never wait for each other.
 */
@Component
class IntakeLocks {

    private static final int SLOTS = 32;

    private final ComplaintTable table;

    IntakeLocks(ComplaintTable table) {
        this.table = table;
    }

    void contact(Contact contact) {
        var key = contact.mail() != null ? contact.mail().toLowerCase(Locale.ROOT) : contact.phone();
        if (key != null) {
            table.lock(Math.floorMod(key.hashCode(), SLOTS));
        }
    }

    void customer(String customerNumber) {
        table.lock(SLOTS + Math.floorMod(customerNumber.hashCode(), SLOTS));
    }
}
