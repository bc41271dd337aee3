package io.amends.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Knows the cases of these tests; whom a letter goes to is set by the test. */
class FakeFacts implements LetterFacts {

    final List<Addressee> addressees = new ArrayList<>();

    void customer(String mail, String language) {
        addressees.clear();
        addressees.add(new Addressee(
                "Mary",
                mail,
                language,
                LettersOfTheHouse.usual("proposal", language),
                Map.of(
                        LinkPurpose.STATUS, Map.of(),
                        LinkPurpose.DECIDE, Map.of("proposalNumber", "1", "explanation", "It broke."))));
    }

    @Override
    public boolean knows(String caseNumber) {
        return caseNumber.startsWith("CMP-");
    }

    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        return List.copyOf(addressees);
    }
}
