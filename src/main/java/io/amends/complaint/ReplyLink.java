package io.amends.complaint;

import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answer a question of ours (K-14). */
@Component
class ReplyLink implements LinkTarget {

    private final CustomerVoice voice;

    ReplyLink(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.REPLY;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)) {
            return LinkTarget.done(ALREADY);
        }
        Map<String, Object> page = new HashMap<>(linkData);
        page.put("view", "reply");
        return page;
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        String reply = new LinkFields(fields).required("reply");
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)) {
            return LinkTarget.done(ALREADY);
        }
        voice.replied(caseNumber, reply);
        return LinkTarget.done("replied");
    }
}
