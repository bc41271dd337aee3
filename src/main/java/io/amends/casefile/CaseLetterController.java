package io.amends.casefile;

import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A letter as it was sent. Its body stands in a sandboxed frame of its own: no script, nothing loaded from elsewhere. */
@Controller
@RequestMapping("/cases/{caseNumber}/letters/{letterId}")
class CaseLetterController {

    /** The page around it may measure it; its scripts and forms stay off. */
    private static final String NOTHING_BUT_STYLE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-same-origin; frame-ancestors 'self'";

    private final CaseAccess access;
    private final Letters letters;
    private final PlainTime time;

    CaseLetterController(CaseAccess access, Letters letters, PlainTime time) {
        this.access = access;
        this.letters = letters;
        this.time = time;
    }

    @GetMapping
    String letter(
            @PathVariable String caseNumber,
            @PathVariable String letterId,
            @RequestParam(defaultValue = "false") boolean embed,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("embed", embed);
        Optional<LetterView> found = find(caseNumber, letterId, signedIn);
        if (found.isEmpty()) {
            return CaseView.unknown(response);
        }
        LetterView letter = found.get();
        model.addAttribute("letter", letter);
        model.addAttribute("name", Words.label(letter.letter()));
        model.addAttribute("fate", Words.fate(letter.fate()));
        model.addAttribute("queued", time.moment(letter.queuedAt()));
        model.addAttribute("sent", time.moment(letter.sentAt()));
        model.addAttribute("bounced", time.moment(letter.bouncedAt()));
        return "cases/letter";
    }

    @GetMapping("/body")
    ResponseEntity<byte[]> body(
            @PathVariable String caseNumber, @PathVariable String letterId, Authentication signedIn) {
        return find(caseNumber, letterId, signedIn)
                .map(letter -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .header("Content-Security-Policy", NOTHING_BUT_STYLE)
                        .header("X-Frame-Options", "SAMEORIGIN")
                        .body(letter.html().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<LetterView> find(String caseNumber, String letterId, Authentication signedIn) {
        return access.read(caseNumber, Reader.of(signedIn)).flatMap(file -> letters.of(file.number()).stream()
                .filter(letter -> letter.id().equals(letterId))
                .findFirst());
    }
}
