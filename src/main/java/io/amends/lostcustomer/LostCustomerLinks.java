package io.amends.lostcustomer;

import io.amends.correspondence.LetterVariables;
import io.amends.letter.LinkPurpose;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which links a letter to a lost customer carries, and what their pages have to know; each lets them stop us (L-2). */
final class LostCustomerLinks {

    private static final List<String> SHOWN = List.of("offerWords", "offerKindWords", "offerAmount", "offerUntil");

    private LostCustomerLinks() {}

    static Map<LinkPurpose, Map<String, String>> of(
            String letter, LetterVariables seen, Map<String, @Nullable Object> model) {
        Map<LinkPurpose, Map<String, String>> links = new EnumMap<>(LinkPurpose.class);
        links.put(LinkPurpose.NEVER_CONTACT, Map.of());
        switch (letter) {
            case "win-back" -> links.put(LinkPurpose.COME_BACK, Map.of("letter", letter));
            case "offer" -> links.put(LinkPurpose.OFFER, offered(seen, model));
            // carries on what the offer asked
            case "offer-reminder" -> links.put(LinkPurpose.OFFER, Map.of());
            default -> {
                // the other letters ask nothing
            }
        }
        return links;
    }

    private static Map<String, String> offered(LetterVariables seen, Map<String, @Nullable Object> model) {
        Map<String, String> data = new TreeMap<>();
        Object number = seen.get(LostCustomerProcess.PROPOSAL_NUMBER.name());
        data.put(LostCustomerProcess.PROPOSAL_NUMBER.name(), number == null ? "" : number.toString());
        SHOWN.forEach(name -> {
            Object value = model.get(name);
            if (value != null) {
                data.put(name, value.toString());
            }
        });
        return data;
    }
}
