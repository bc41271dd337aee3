package io.amends.lostcustomer;

import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accept or decline an offer (L-9). */
@Component
class OfferLink implements LinkTarget {

    private final OfferVoice voice;

    OfferLink(OfferVoice voice) {
        this.voice = voice;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.OFFER;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        if (!voice.awaits(caseNumber)) {
            return LinkTarget.done(ALREADY);
        }
        Map<String, Object> page = new HashMap<>(linkData);
        page.put("view", "offer");
        return page;
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        LinkFields typed = new LinkFields(fields);
        String decision = typed.required("decision");
        if (!List.of(OfferProcess.ACCEPTED, OfferProcess.DECLINED).contains(decision)) {
            throw new FormRefusal("decision", "is accepted or declined");
        }
        String reason = typed.text("reason");
        if (!voice.awaits(caseNumber)) {
            return LinkTarget.done(ALREADY);
        }
        voice.decided(caseNumber, decision.equals(OfferProcess.ACCEPTED), reason);
        return LinkTarget.done("offer-" + decision);
    }
}
