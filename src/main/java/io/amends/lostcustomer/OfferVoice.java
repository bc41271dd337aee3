package io.amends.lostcustomer;

import io.amends.casefile.CustomerDecision;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a customer's answer to an offer, whichever way it came: the letter's link, a phone call, a mail that somebody read (L-9). */
@Service
class OfferVoice implements CustomerDecision {

    private final OfferTable offers;
    private final LostCustomerVoice voice;
    private final Clock clock;

    OfferVoice(OfferTable offers, LostCustomerVoice voice, Clock clock) {
        this.offers = offers;
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public boolean awaits(String caseNumber) {
        return voice.awaits(caseNumber, LostCustomerProcess.OFFER_DECIDED);
    }

    @Override
    @Transactional
    public void decided(String caseNumber, boolean accepted, @Nullable String why) {
        String answer = accepted ? OfferProcess.ACCEPTED : OfferProcess.DECLINED;
        Map<String, Object> told = Map.of(LostCustomerProcess.OFFER_ANSWER.name(), answer);
        if (voice.tell(caseNumber, LostCustomerProcess.OFFER_DECIDED, told)) {
            offers.answered(caseNumber, answer, accepted ? null : why, clock.instant());
        }
    }
}
