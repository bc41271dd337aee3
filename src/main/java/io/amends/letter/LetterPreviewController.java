package io.amends.letter;

import io.amends.tone.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Every letter of the house, to look at with sample data. A letter stands in a sandboxed frame of its own: no script, nothing
 * loaded from elsewhere, and its links open nothing.
 */
@Controller
@RequestMapping("/letters")
class LetterPreviewController {

    private static final String NOTHING_BUT_STYLE =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    /** Links would open windows, which a sandbox does not let them. */
    private static final String LINKS_GO_NOWHERE = "<head>\n  <base target=\"_blank\"/>";

    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private final LetterCatalog catalog;
    private final SampleData samples;
    private final LetterTemplates templates;
    private final Tone tone;

    LetterPreviewController(LetterCatalog catalog, SampleData samples, LetterTemplates templates, Tone tone) {
        this.catalog = catalog;
        this.samples = samples;
        this.templates = templates;
        this.tone = tone;
    }

    @GetMapping
    String all(Model model) {
        Map<String, List<LetterLine>> groups = new LinkedHashMap<>();
        groups.put("To customers", lines(LetterAbout::toCustomer));
        groups.put("To the media", lines(LetterAbout::toMedia));
        groups.put("To colleagues", lines(letter -> !letter.toCustomer() && !letter.toMedia()));
        model.addAttribute("groups", groups);
        return "letters/all";
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable String name,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = SampleData.USUAL) String sample,
            HttpServletResponse response,
            Model model) {
        Optional<LetterAbout> found = find(name, language, sample);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "error/404";
        }
        LetterAbout letter = found.get();
        LetterTemplates.Rendered rendered = render(letter, language, sample);
        model.addAttribute("letter", letter);
        model.addAttribute("title", LetterLine.title(name));
        model.addAttribute("to", LetterLine.readers(letter));
        model.addAttribute("subject", rendered.subject());
        model.addAttribute("text", rendered.text());
        model.addAttribute("language", language);
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute("sample", sample);
        model.addAttribute("samples", samples.kinds(letter));
        model.addAttribute("remarks", tone.look(rendered.subject() + "\n" + rendered.text(), letter.apology()));
        return "letters/one";
    }

    @GetMapping("/{name}/body")
    ResponseEntity<byte[]> body(
            @PathVariable String name,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = SampleData.USUAL) String sample) {
        return find(name, language, sample)
                .map(letter -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .header("Content-Security-Policy", NOTHING_BUT_STYLE)
                        .header("X-Frame-Options", "SAMEORIGIN")
                        .body(render(letter, language, sample)
                                .html()
                                .replaceFirst("<head>", LINKS_GO_NOWHERE)
                                .getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private List<LetterLine> lines(Predicate<LetterAbout> which) {
        return catalog.all().stream()
                .filter(which)
                .map(letter -> LetterLine.of(letter, render(letter, LANGUAGES.get(0), SampleData.USUAL)))
                .toList();
    }

    private Optional<LetterAbout> find(String name, String language, String sample) {
        return catalog.find(name)
                .filter(letter ->
                        LANGUAGES.contains(language) && samples.kinds(letter).contains(sample));
    }

    private LetterTemplates.Rendered render(LetterAbout letter, String language, String sample) {
        return templates.render(letter.name(), language, samples.of(letter, language, sample));
    }
}
