package io.amends.erasure;

import io.amends.casefile.CaseNote;
import io.amends.casefile.CaseNotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a case's page and record say of erasures and holds. */
@Component
class ErasureNotes implements CaseNotes {

    private final ErasureTable erasures;
    private final Holds holds;

    ErasureNotes(ErasureTable erasures, Holds holds) {
        this.erasures = erasures;
        this.holds = holds;
    }

    @Override
    public Optional<String> mark(String caseNumber) {
        boolean erased =
                erasures.ofCase(caseNumber).stream().anyMatch(one -> one.part().equals(ErasedCase.WHOLE));
        boolean held = holds.standing(caseNumber).isPresent();
        return erased
                ? Optional.of(held ? "personal data erased · held" : "personal data erased")
                : held ? Optional.of("held") : Optional.empty();
    }

    @Override
    public List<CaseNote> notes(String caseNumber) {
        return Stream.concat(
                        erasures.ofCase(caseNumber).stream().map(ErasureNotes::note),
                        holds.of(caseNumber).stream().flatMap(ErasureNotes::notes))
                .toList();
    }

    private static CaseNote note(CaseErasure erasure) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("Reason", erasure.reason());
        details.put("Asked for by", erasure.askedBy());
        String what = erasure.part().equals(ErasedCase.WHOLE)
                ? "Personal data erased, erasure "
                : "What a linked case of an erased person had told was erased, erasure ";
        return new CaseNote(erasure.at(), null, what + erasure.erasureId(), details);
    }

    private static Stream<CaseNote> notes(Holds.Hold hold) {
        CaseNote held = new CaseNote(
                hold.heldAt(), hold.heldBy(), "Held: nothing is erased or removed", Map.of("Reason", hold.reason()));
        return hold.releasedAt() == null
                ? Stream.of(held)
                : Stream.of(
                        held,
                        new CaseNote(
                                hold.releasedAt(),
                                hold.releasedBy(),
                                "Hold released",
                                Map.of("Reason", Objects.requireNonNullElse(hold.releaseReason(), ""))));
    }
}
