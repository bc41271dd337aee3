package io.amends.lostcustomer;

import io.amends.casefile.Words;
import io.amends.correspondence.CorrespondenceProperties;
import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.modeling.TaskFacts;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms about an offer show of it, for whoever prepares it, approves it or tells it (L-9, K-12). */
@Component
class OfferFacts implements TaskFacts {

    private final LostCustomers lostCustomers;
    private final People people;
    private final OwnAuthority authority;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    OfferFacts(
            LostCustomers lostCustomers,
            People people,
            OwnAuthority authority,
            CorrespondenceProperties properties,
            Clock clock) {
        this.lostCustomers = lostCustomers;
        this.people = people;
        this.authority = authority;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        LetterVariables seen = new LetterVariables(processVariables);
        String kind = seen.text(LostCustomerProcess.OFFER_KIND.name());
        if (kind == null || lostCustomers.find(caseNumber).isEmpty()) {
            return Map.of();
        }
        Wording ours = Wording.in(properties.staffLanguage(), clock.getZone());
        Map<String, Object> facts = new HashMap<>();
        facts.put("offer", offer(seen, kind, ours));
        if (seen.text(OfferProcess.OFFER_WORDS.name()) == null) {
            Wording theirs = Wording.in(Objects.toString(processVariables.get("language"), "en"), clock.getZone());
            facts.put(OfferProcess.OFFER_WORDS.name(), theirs.of("offer-words", kind));
        }
        return facts;
    }

    /** An empty text where nothing is known: the forms leave that line out. */
    private Map<String, Object> offer(LetterVariables seen, String kind, Wording wording) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("kind", Words.label(kind));
        offer.put("proposed", label(seen.text(OfferProcess.PROPOSED_OFFER.name())));
        offer.put("amount", money(seen, LostCustomerProcess.AMOUNT.name(), wording));
        offer.put("typical", money(seen, OfferProcess.OFFER_TYPICAL.name(), wording));
        offer.put("ownLimit", ownLimit(wording));
        offer.put("most", money(seen, OfferProcess.OFFER_MOST.name(), wording));
        offer.put("worth", money(seen, LostCustomerProcess.SECOND_LIFETIME_VALUE.name(), wording));
        offer.put("currency", properties.currency());
        offer.put("reason", label(seen.text(LostCustomerProcess.REASON.name())));
        offer.put("tier", text(seen, "valueTier"));
        offer.put("words", text(seen, OfferProcess.OFFER_WORDS.name()));
        offer.put(
                "until",
                seen.get(OfferProcess.OFFER_UNTIL.name()) instanceof Date until
                        ? wording.dateTime(until.toInstant())
                        : "");
        offer.put("proposer", proposer(seen));
        offer.put("refused", text(seen, LostCustomerProcess.REFUSED_REASON.name()));
        return offer;
    }

    /** What whoever looks may offer without asking; empty where nothing limits them. */
    private String ownLimit(Wording wording) {
        return people.acting()
                .flatMap(user -> authority.limit(ProposerRole.of(people.groupsOf(user))))
                .map(limit -> Objects.requireNonNullElse(wording.money(limit, properties.currency()), ""))
                .orElse("");
    }

    private String proposer(LetterVariables seen) {
        String proposer = seen.text(LostCustomerProcess.PROPOSER.name());
        return proposer == null ? "" : people.person(proposer).map(Person::name).orElse(proposer);
    }

    private String money(LetterVariables seen, String name, Wording wording) {
        return Objects.requireNonNullElse(wording.money(seen.get(name), properties.currency()), "nothing");
    }

    private static String text(LetterVariables seen, String name) {
        return Objects.requireNonNullElse(seen.text(name), "");
    }

    private static String label(@Nullable String code) {
        return code == null ? "" : Words.label(code);
    }
}
