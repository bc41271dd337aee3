package io.amends.seal;

import io.amends.casefile.PlainTime;
import io.amends.letter.Letters;
import io.amends.web.Downloads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The seals as auditors see them: how the chain stands, a check on a button, the heads that were mailed, and the chain as a file. */
@Controller
@Tag(name = "Seals of closed cases")
class SealPageController {

    private static final int HEADS = 60;
    private static final int AT_ONCE = 50;

    private final SealTable seals;
    private final HeadTable heads;
    private final DueTable due;
    private final Letters letters;
    private final SealProperties properties;
    private final PlainTime time;

    SealPageController(
            SealTable seals,
            HeadTable heads,
            DueTable due,
            Letters letters,
            SealProperties properties,
            PlainTime time) {
        this.seals = seals;
        this.heads = heads;
        this.due = due;
        this.letters = letters;
        this.properties = properties;
        this.time = time;
    }

    /**
     * A mailed head as the page shows it, or days of which none was mailed.
     *
     * @param skipped why none was mailed on those days, or blank
     */
    record Row(String day, String reference, String head, String mailed, String fate, String skipped) {}

    @GetMapping("/audit/seals")
    String seals(Model model) {
        SealHead head = seals.head();
        long total = seals.count();
        model.addAttribute("total", total);
        model.addAttribute("head", head.seq() == 0 ? "" : head.toString());
        Optional<Seal> newest = seals.find(head.seq());
        model.addAttribute(
                "newest", newest.map(seal -> time.moment(seal.sealedAt())).orElse(PlainTime.NOTHING));
        model.addAttribute("newestCase", newest.map(Seal::caseNumber).orElse(null));
        model.addAttribute("waiting", due.waiting());
        model.addAttribute("mails", properties.mails());
        model.addAttribute("outside", properties.outsideAddress());
        model.addAttribute("mailAt", properties.mailAt().toString());
        model.addAttribute("heads", rows(heads.latest(HEADS)));
        return "seal/seals";
    }

    /** Line by line; whoever stops reading leaves nothing open behind. */
    @GetMapping({"/audit/seals.txt", "/api/audit/seals.txt"})
    @Operation(
            summary = "The chain of seals as a file",
            description = "A line for each seal, for a check without this application")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
    void chain(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"seals.txt\"");
        Writer file = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        long last = 0;
        List<Seal> page = seals.after(last, AT_ONCE);
        while (!page.isEmpty()) {
            for (Seal seal : page) {
                file.write(seal.line());
                file.write('\n');
                last = seal.seq();
            }
            page = seals.after(last, AT_ONCE);
        }
        file.flush();
    }

    /** The program that checks the chain without this application; one that stands alone, to be read before it is run. */
    @GetMapping("/audit/seals/CheckSeals.java")
    ResponseEntity<byte[]> program() throws IOException {
        return download("CheckSeals.java");
    }

    @GetMapping("/audit/seals/README.md")
    ResponseEntity<byte[]> howToCheck() throws IOException {
        return download("README.md");
    }

    private static ResponseEntity<byte[]> download(String name) throws IOException {
        return Downloads.file(name, "text/plain", new ClassPathResource("seal-check/" + name).getContentAsByteArray());
    }

    /** Newest first; between two of them the days that have none, so that nobody has to count. */
    private List<Row> rows(List<HeadTable.Mailed> mailed) {
        List<Row> rows = new ArrayList<>();
        LocalDate later = null;
        for (HeadTable.Mailed one : mailed) {
            if (later != null && one.day().plusDays(1).isBefore(later)) {
                rows.add(skipped(one.day().plusDays(1), later.minusDays(1)));
            }
            rows.add(row(one));
            later = one.day();
        }
        return rows;
    }

    private Row skipped(LocalDate first, LocalDate last) {
        String days = time.day(first) + (first.equals(last) ? "" : " to " + time.day(last));
        return new Row(days, "", "", "", "", HeadMail.WHY_NONE);
    }

    private Row row(HeadTable.Mailed mailed) {
        String reference = SealLetters.reference(mailed.day());
        return new Row(
                time.day(mailed.day()),
                reference,
                mailed.head().toString(),
                time.moment(mailed.at()),
                letters.of(reference).stream()
                        .findFirst()
                        .map(letter -> letter.fate().toString())
                        .orElse(PlainTime.NOTHING),
                "");
    }
}
