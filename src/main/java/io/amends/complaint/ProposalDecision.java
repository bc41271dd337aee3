package io.amends.complaint;

import io.amends.casefile.CustomerDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A complaint's decision: yes or no to the proposal (K-13). */
@Component
class ProposalDecision implements CustomerDecision {

    private final CustomerVoice voice;

    ProposalDecision(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public boolean awaits(String caseNumber) {
        return voice.awaits(caseNumber, CustomerVoice.Kind.DECISION);
    }

    @Override
    public void decided(String caseNumber, boolean accepted, @Nullable String why) {
        voice.decided(caseNumber, accepted, why);
    }
}
