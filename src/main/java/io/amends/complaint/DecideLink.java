package io.amends.complaint;

import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accept or decline a proposal (K-13). */
@Component
class DecideLink implements LinkTarget {

    private static final String ACCEPTED = "accepted";
    private static final String DECLINED = "declined";

    private final CustomerVoice voice;

    DecideLink(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.DECIDE;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            return LinkTarget.done(ALREADY);
        }
        Map<String, Object> page = new HashMap<>(linkData);
        page.put("view", "decide");
        for (String list : List.of("remedies", "actions")) {
            page.put(list, linkData.getOrDefault(list, "").lines().toList());
        }
        return page;
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        LinkFields typed = new LinkFields(fields);
        String decision = typed.required("decision");
        if (!List.of(ACCEPTED, DECLINED).contains(decision)) {
            throw new FormRefusal("decision", "is accepted or declined");
        }
        String reason = typed.text("reason");
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            return LinkTarget.done(ALREADY);
        }
        boolean accepted = decision.equals(ACCEPTED);
        voice.decided(caseNumber, accepted, accepted ? null : reason);
        return LinkTarget.done(decision);
    }
}
