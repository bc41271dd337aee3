package io.amends.tone;

import io.amends.modeling.CustomerWords;
import io.amends.modeling.WordCheck;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a hint on words for the customer or the media, once for each task and person; after that the choice is theirs (T-2, M-8). */
@Component
class ToneCheck implements WordCheck {

    private final Tone tone;
    private final HintTable hints;
    private final TransactionTemplate apart;

    ToneCheck(Tone tone, HintTable hints, PlatformTransactionManager transactions) {
        this.tone = tone;
        this.hints = hints;
        this.apart = new TransactionTemplate(transactions);
        // the hint stays given though the step is refused
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void look(CustomerWords words) {
        List<Found> found = found(words);
        if (!found.isEmpty() && isNew(words, found)) {
            throw new ToneHint(found);
        }
    }

    @Override
    public void said(CustomerWords words) {
        hints.answered(words.taskId(), words.userId(), found(words));
    }

    private List<Found> found(CustomerWords words) {
        return words.texts().stream()
                .flatMap(text -> remarks(text).stream().map(remark -> new Found(text, remark)))
                .toList();
    }

    private List<Remark> remarks(CustomerWords.Text text) {
        return text.audience() == CustomerWords.Audience.MEDIA
                ? tone.lookForMedia(text.text())
                : tone.look(text.text(), text.apology());
    }

    private boolean isNew(CustomerWords words, List<Found> found) {
        try {
            return Boolean.TRUE.equals(apart.execute(status -> {
                if (hints.has(words.taskId(), words.userId())) {
                    return false;
                }
                hints.add(words, found);
                return true;
            }));
        } catch (DuplicateKeyException atTheSameMoment) {
            // completed twice at once: nobody can have read the hint between
            return true;
        }
    }
}
