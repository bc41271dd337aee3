package io.amends.lostcustomer;

import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a letter says of an offer (L-9). */
final class OfferContent {

    private OfferContent() {}

    /** Nothing where nothing is offered yet. */
    static Map<String, @Nullable Object> of(LetterVariables seen, Wording wording, String currency) {
        Map<String, @Nullable Object> content = new HashMap<>();
        String kind = seen.text(LostCustomerProcess.OFFER_KIND.name());
        if (kind == null) {
            return content;
        }
        content.put("offerWords", seen.text(OfferProcess.OFFER_WORDS.name()));
        // a friendly word costs nothing and is worth no money
        content.put("offerKindWords", kind.equals(OfferProcess.REMINDER) ? null : wording.of("offer", kind));
        content.put("offerAmount", wording.money(seen.get(LostCustomerProcess.AMOUNT.name()), currency));
        if (seen.get(OfferProcess.OFFER_UNTIL.name()) instanceof Date until) {
            content.put("offerUntil", wording.dateTime(until.toInstant()));
        }
        return content;
    }
}
