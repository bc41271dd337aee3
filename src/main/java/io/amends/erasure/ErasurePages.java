package io.amends.erasure;

import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.casefile.Words;
import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the pages of erasures share: who may erase, and their words. */
@Component
class ErasurePages {

    private static final String ERASERS = "ROLE_service-managers";
    private static final String AUDITORS = "ROLE_auditors";

    private final PlainTime time;
    private final StaffNames names;
    private final CaseWords words;

    ErasurePages(PlainTime time, StaffNames names, CaseWords words) {
        this.time = time;
        this.names = names;
        this.words = words;
    }

    static boolean mayErase(Authentication signedIn) {
        return has(signedIn, ERASERS) && !has(signedIn, AUDITORS);
    }

    static void check(Authentication signedIn) {
        if (!mayErase(signedIn)) {
            throw new AccessDeniedException("Only service managers erase, and no auditor does");
        }
    }

    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "erasure/unknown";
    }

    private static boolean has(Authentication signedIn, String role) {
        return signedIn.getAuthorities().stream().anyMatch(it -> role.equals(it.getAuthority()));
    }

    static String problem(FormRefusal refused) {
        FormRefusal.Finding finding = refused.findings().get(0);
        return Words.label(finding.field()) + " " + finding.reason() + ".";
    }

    String name(@Nullable String userId) {
        return userId == null ? "the house, as every night" : names.of(userId);
    }

    Line line(Erasure erasure) {
        String state = erasure.state().equals("working") ? "at work" : erasure.state();
        return new Line(
                erasure.id(),
                state,
                tone(erasure.state()),
                erasure.unfinished(),
                erasure.problem() == null ? "" : erasure.problem(),
                name(erasure.askedBy()),
                time.moment(erasure.askedAt()),
                erasure.finishedAt() == null ? "" : time.moment(erasure.finishedAt()),
                erasure.reason(),
                erasure.personKept() == null ? "" : erasure.personKept(),
                erasure.cases(),
                erasure.done(),
                erasure.cases() == 0 ? 100 : 100 * erasure.done() / erasure.cases());
    }

    private static String tone(String state) {
        return switch (state) {
            case "finished" -> "good";
            case "interrupted", "stopped" -> "warn";
            default -> "";
        };
    }

    CaseRow row(Erasures.CaseLine line) {
        boolean goes = line.stance() == Stance.READY;
        String why;
        if (line.held() != null) {
            why = "held: " + line.held();
        } else if (!goes) {
            why = line.stance().words();
        } else {
            why = line.erasedAt() == null ? "" : "erased before, " + time.moment(line.erasedAt());
        }
        return new CaseRow(
                line.file().number(),
                words.subject(line.file()),
                time.day(line.file().openedAt()),
                line.file().closedAt() == null ? "" : time.day(line.file().closedAt()),
                line.part().equals(ErasedCase.TOLD),
                goes,
                line.erasedAt() != null,
                why,
                TableWords.lines(line.rows()),
                line.rows().values().stream().mapToInt(Integer::intValue).sum());
    }

    HoldRow row(Holds.Hold hold) {
        return new HoldRow(
                hold.id(),
                hold.caseNumber(),
                hold.reason(),
                name(hold.heldBy()),
                time.moment(hold.heldAt()),
                hold.stands(),
                names.of(hold.releasedBy()),
                hold.releasedAt() == null ? "" : time.moment(hold.releasedAt()),
                hold.releaseReason() == null ? "" : hold.releaseReason());
    }

    RunLine line(RetentionTable.Run run) {
        String state = run.working() ? "at work" : run.state();
        int looked = run.removed() + run.failed();
        return new RunLine(
                run.id(),
                state,
                tone(run.state()),
                run.working(),
                name(run.askedBy()),
                time.moment(run.beganAt()),
                run.finishedAt() == null ? "" : time.moment(run.finishedAt()),
                run.due(),
                run.removed(),
                run.failed(),
                run.problem() == null ? "" : run.problem(),
                run.due() == 0 ? 100 : Math.min(100, 100 * looked / run.due()));
    }

    KeptRow row(RetentionTable.KeptCase kept) {
        return new KeptRow(
                kept.caseNumber(),
                time.day(kept.closedAt()),
                kept.removedAt() == null ? "" : time.moment(kept.removedAt()),
                kept.fileName() == null ? "" : kept.fileName(),
                kept.fileHash() == null ? "" : kept.fileHash(),
                kept.fileBytes() == 0 ? "" : Words.size(kept.fileBytes()),
                kept.problem() == null ? "" : kept.problem());
    }

    static List<TableWords.Line> lines(Map<String, Integer> rows) {
        return TableWords.lines(rows);
    }

    /**
     * An erasure in words.
     *
     * @param finished blank while it is not over
     * @param kept why the person's entry stayed, or blank
     */
    record Line(
            long id,
            String state,
            String tone,
            boolean working,
            String problem,
            String askedBy,
            String asked,
            String finished,
            String reason,
            String kept,
            int cases,
            int done,
            int percent) {}

    /**
     * A case of a plan.
     *
     * @param told whether only what the person's cases brought into it goes
     * @param why what stands in the way, or that it was erased before; blank otherwise
     */
    record CaseRow(
            String number,
            String subject,
            String opened,
            String closed,
            boolean told,
            boolean goes,
            boolean erasedBefore,
            String why,
            List<TableWords.Line> rows,
            int total) {}

    /** A hold in words; the last three are blank while it stands. */
    record HoldRow(
            long id,
            String caseNumber,
            String reason,
            String heldBy,
            String held,
            boolean stands,
            String releasedBy,
            String released,
            String releaseReason) {}

    /** A night in words. */
    record RunLine(
            long id,
            String state,
            String tone,
            boolean working,
            String askedBy,
            String began,
            String finished,
            int due,
            int removed,
            int failed,
            String problem,
            int percent) {}

    /** A case that was removed, or could not be, in words; what is not known is blank. */
    record KeptRow(
            String number, String closed, String removed, String file, String hash, String size, String problem) {}
}
