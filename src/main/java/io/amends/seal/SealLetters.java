package io.amends.seal;

import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter with the head of the chain belongs to no case; its reference is the day. */
@Component
class SealLetters implements LetterFacts {

    private static final String REFERENCE = "SEALS-";

    private final SealProperties properties;

    SealLetters(SealProperties properties) {
        this.properties = properties;
    }

    static String reference(LocalDate day) {
        return REFERENCE + day;
    }

    @Override
    public boolean knows(String caseNumber) {
        return caseNumber.startsWith(REFERENCE);
    }

    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        return List.of(new Addressee(
                properties.outsideName(),
                properties.outsideAddress(),
                properties.outsideLanguage(),
                new HashMap<>(variables),
                Map.of()));
    }
}
