package io.amends.audit;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecords;
import io.amends.casefile.PlainTime;
import io.amends.seal.CaseSeal;
import io.amends.seal.Seals;
import io.amends.web.PagePolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of one case on the auditors' desk. */
@Controller
class CaseDeskController {

    private static final int SHORT = 12;

    private final CaseRecords records;
    private final RecordWords words;
    private final Seals seals;
    private final PlainTime time;
    private final Clock clock;

    CaseDeskController(CaseRecords records, RecordWords words, Seals seals, PlainTime time, Clock clock) {
        this.records = records;
        this.words = words;
        this.seals = seals;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/audit/cases/{caseNumber}")
    String page(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Optional<CaseFile> file = records.read(caseNumber, signedIn);
        model.addAttribute("embed", false);
        if (file.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "cases/unknown";
        }
        PagePolicy.withDiagrams(response);
        CaseRecord record = records.whole(file.get());
        EntryFilter filter = EntryFilter.read(
                kind.stream().filter(it -> !it.isBlank()).toList(), who, text, from, to, step, clock.getZone());
        model.addAttribute("page", records.page(file.get()));
        model.addAttribute("opensMail", true);
        model.addAttribute("opensCustomers", true);
        model.addAttribute("filter", filter);
        List<DeskPage.Entry> found = words.entries(record, filter);
        EntryPage shown = EntryPage.of(found, after.strip(), before.strip());
        model.addAttribute("entries", shown.entries());
        model.addAttribute("paged", shown);
        model.addAttribute(
                "all", filter.narrows() ? words.entries(record, EntryFilter.ALL).size() : found.size());
        model.addAttribute("whyNothing", shown.entries().isEmpty() ? words.whyNothing(record, filter) : List.of());
        model.addAttribute("people", words.people(record));
        model.addAttribute("kinds", words.kinds(record));
        model.addAttribute("stepNamed", words.stepNamed(record, filter.step()));
        model.addAttribute("runs", words.runs(record));
        model.addAttribute("decisions", words.decisions(record));
        model.addAttribute("forms", words.forms(record));
        model.addAttribute("comments", words.comments(record));
        model.addAttribute("files", words.files(record));
        model.addAttribute("zone", words.zone());
        model.addAttribute("sealed", seals.of(caseNumber).map(this::sealed).orElse(null));
        return "audit/case";
    }

    private Sealed sealed(CaseSeal seal) {
        return new Sealed(
                seal.seq(),
                seal.part(),
                time.moment(seal.sealedAt()),
                seal.hash(),
                seal.hash().substring(0, Math.min(SHORT, seal.hash().length())),
                seal.due());
    }

    /** How the case is sealed, for its head. */
    record Sealed(long seq, int part, String at, String hash, String shortHash, boolean due) {}
}
