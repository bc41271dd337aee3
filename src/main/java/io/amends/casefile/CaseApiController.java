package io.amends.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.promise.Promises;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One case for programs. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "Cases")
class CaseApiController {

    private final CaseAccess access;
    private final JdbcCaseFiles files;
    private final CaseEngine engine;
    private final CaseClocks clocks;
    private final Escalations escalations;
    private final Promises promises;
    private final Letters letters;
    private final Timeline timeline;
    private final List<CaseDetails> details;

    CaseApiController(
            CaseAccess access,
            JdbcCaseFiles files,
            CaseEngine engine,
            CaseClocks clocks,
            Escalations escalations,
            Promises promises,
            Letters letters,
            Timeline timeline,
            List<CaseDetails> details) {
        this.access = access;
        this.files = files;
        this.engine = engine;
        this.clocks = clocks;
        this.escalations = escalations;
        this.promises = promises;
        this.letters = letters;
        this.timeline = timeline;
        this.details = details;
    }

    @GetMapping
    @Operation(summary = "State, owner, clocks, calls for help, promises, open tasks and links of a case")
    CaseAnswer view(@PathVariable String caseNumber, Authentication signedIn) {
        CaseFile file = file(caseNumber, signedIn);
        return new CaseAnswer(
                file.number(),
                file.processKey(),
                file.subject(),
                file.state(),
                file.outcome(),
                file.owner(),
                file.severity(),
                level(file),
                file.customerNumber(),
                file.openedAt(),
                file.closedAt(),
                clocks.of(caseNumber).stream().map(this::clock).toList(),
                escalations.of(caseNumber),
                promises.of(caseNumber).stream().map(PromiseView::of).toList(),
                engine.openTasks(caseNumber),
                files.linksOf(caseNumber));
    }

    @GetMapping("/timeline")
    @Operation(summary = "What happened on a case, oldest first")
    List<EntryView> timeline(@PathVariable String caseNumber, Authentication signedIn) {
        return timeline.of(file(caseNumber, signedIn)).stream()
                .map(EntryView::of)
                .toList();
    }

    @GetMapping("/letters")
    @Operation(summary = "Letters of a case and what became of them, oldest first")
    List<LetterRow> letters(@PathVariable String caseNumber, Authentication signedIn) {
        return letters.of(file(caseNumber, signedIn).number()).stream()
                .map(LetterRow::of)
                .toList();
    }

    private @Nullable Integer level(CaseFile file) {
        return details.stream()
                .filter(kind -> kind.processKey().equals(file.processKey()))
                .flatMap(kind -> kind.level(file.number()).stream())
                .findFirst()
                .orElse(null);
    }

    private ClockView clock(CaseClock it) {
        return ClockView.of(it, clocks.pauses(it), clocks.changes(it.caseNumber()));
    }

    private CaseFile file(String caseNumber, Authentication signedIn) {
        return access.read(caseNumber, Reader.of(signedIn)).orElseThrow(UnknownCase::new);
    }

    record CaseAnswer(
            String caseNumber,
            String process,
            String subject,
            String state,
            @Nullable String outcome,
            @Nullable String owner,
            @Nullable String severity,

            @Schema(
                    description =
                            "Level of a media crisis: 1 watch, 2 respond, 3 crisis; only there for a media crisis")
            @Nullable
            Integer level,

            @Nullable String customerNumber,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<ClockView> clocks,

            @Schema(description = "Calls for help on late clocks, oldest first")
            List<EscalationView> escalations,

            @Schema(description = "What was promised, earliest date first; drafts of a proposal are none yet")
            List<PromiseView> promises,

            List<OpenTask> openTasks,
            List<CaseLink> links) {}

    /** @param before always there where {@code after} is, null when the fact was new */
    record EntryView(
            Instant at,
            @Nullable String who,
            String kind,
            String what,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String before,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String after,

            @Nullable String process,
            @Nullable String step,
            List<TimelineEntry.Detail> details) {

        static EntryView of(TimelineEntry entry) {
            return new EntryView(
                    entry.at(),
                    entry.who(),
                    entry.kind().code(),
                    entry.what(),
                    entry.before(),
                    entry.after(),
                    entry.process(),
                    entry.step(),
                    entry.details());
        }
    }

    record LetterRow(
            String id,
            String letter,
            String occurrence,
            @Nullable String recipient,
            String language,
            String subject,
            String fate,
            Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable Instant bouncedAt,
            @Nullable Instant nextTryAt,
            String messageId,
            @Nullable String problem,
            int doubtfulTries) {

        static LetterRow of(LetterView letter) {
            return new LetterRow(
                    letter.id(),
                    letter.letter(),
                    letter.occurrence(),
                    letter.recipient(),
                    letter.language(),
                    letter.subject(),
                    letter.fate(),
                    letter.queuedAt(),
                    letter.sentAt(),
                    letter.bouncedAt(),
                    letter.nextTryAt(),
                    letter.messageId(),
                    letter.problem(),
                    letter.doubtfulTries());
        }
    }
}
