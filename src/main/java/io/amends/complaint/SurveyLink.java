package io.amends.complaint;

import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answer the survey: how likely, the four gaps, a free word (K-16). */
@Component
class SurveyLink implements LinkTarget {

    private final CustomerVoice voice;

    SurveyLink(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.SURVEY;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.SURVEY)) {
            return LinkTarget.done(ALREADY);
        }
        Map<String, Object> page = new HashMap<>(linkData);
        page.put("view", "survey");
        return page;
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        LinkFields typed = new LinkFields(fields);
        Integer score = typed.number("score", 0, 10);
        if (score == null) {
            throw new FormRefusal("score", "is missing");
        }
        Integer time = typed.number("time", 1, 5);
        Integer reliability = typed.number("reliability", 1, 5);
        Integer accuracy = typed.number("accuracy", 1, 5);
        Integer courtesy = typed.number("courtesy", 1, 5);
        String word = typed.text("word");
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.SURVEY)) {
            return LinkTarget.done(ALREADY);
        }
        voice.surveyAnswered(caseNumber, score, time, reliability, accuracy, courtesy, word);
        return LinkTarget.done("surveyed");
    }
}
