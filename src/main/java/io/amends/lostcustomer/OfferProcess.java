package io.amends.lostcustomer;

import io.amends.modeling.Variable;
import java.util.Date;

/** Names that only the process {@code offer} uses; what it hands back stands in {@link LostCustomerProcess}. */
final class OfferProcess {

    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String EXPIRED = "expired";
    /** A friendly word: nothing is given. */
    static final String REMINDER = "reminder";

    /** What the table proposed, whatever a person made of it. */
    static final Variable<String> PROPOSED_OFFER = Variable.of("proposedOffer", String.class);
    /** The most that the table lets anybody offer, in the house's currency. */
    static final Variable<Double> OFFER_MOST = Variable.of("offerMost", Double.class);

    /** What the table opens the form with. */
    static final Variable<Double> OFFER_TYPICAL = Variable.of("offerTypical", Double.class);

    static final Variable<String> OFFER_WORDS = Variable.of("offerWords", String.class);
    static final Variable<Date> OFFER_UNTIL = Variable.of("offerUntil", Date.class);
    /** How the customer took the offer on the phone: {@code accepted}, {@code declined} or {@code open}. */
    static final Variable<String> TOLD = Variable.of("told", String.class);

    static final Variable<String> DECLINED_WHY = Variable.of("declinedWhy", String.class);

    private OfferProcess() {}
}
