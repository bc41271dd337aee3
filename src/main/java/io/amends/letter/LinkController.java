package io.amends.letter;

import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a letter's link opens. Looking at it changes nothing, since mail scanners look too; only sending the form acts. */
@Controller
@RequestMapping("/r/{token}")
class LinkController {

    private static final int LONGEST_FIELD = 5000;
    private static final int MOST_FIELDS = 20;
    private static final String CSRF_FIELD = "_csrf";

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LinkDesk desk;
    private final LinkThrottle throttle;
    private final LinkTexts texts;

    LinkController(LinkDesk desk, LinkThrottle throttle, LinkTexts texts) {
        this.desk = desk;
        this.throttle = throttle;
        this.texts = texts;
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token, @RequestParam(defaultValue = "") String step, HttpServletRequest request) {
        if (!throttle.mayOpen(request.getRemoteAddr())) {
            return busy(request);
        }
        Optional<Link> link = desk.find(token);
        if (link.isEmpty()) {
            return guessed(request);
        }
        if (!desk.valid(link.get())) {
            return gone(request);
        }
        return page(token, link.get(), desk.show(link.get(), step), Map.of());
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String token, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        if (!throttle.mayOpen(request.getRemoteAddr())) {
            return busy(request);
        }
        Optional<Link> link = desk.find(token);
        if (link.isEmpty()) {
            return guessed(request);
        }
        if (!desk.valid(link.get())) {
            return gone(request);
        }
        return answer(token, link.get(), parameters, request);
    }

    private ModelAndView answer(String token, Link link, Map<String, String> parameters, HttpServletRequest request) {
        Map<String, String> fields = Map.of();
        try {
            fields = tidy(parameters);
            return take(token, link, fields, request);
        } catch (FormRefusal refusal) {
            ModelAndView again = page(token, link, desk.show(link, ""), fields);
            String words = texts.of(link.language()).get("refused." + refusal.field());
            again.addObject("error", words == null ? refusal.reason() : words);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    private ModelAndView take(String token, Link link, Map<String, String> fields, HttpServletRequest request) {
        return answered(link, fields)
                .map(page -> page(token, link, page, fields))
                .orElseGet(() -> gone(request));
    }

    /** Tries again when the case moved on at the very moment of the answer; the customer need not know. */
    private Optional<Map<String, Object>> answered(Link link, Map<String, String> fields) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return desk.answer(link, fields);
            } catch (ConcurrencyFailureException moved) {
                pause();
            }
        }
        return desk.answer(link, fields);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> tidy(Map<String, String> parameters) {
        if (parameters.size() > MOST_FIELDS) {
            throw new FormRefusal("form", "has too many fields");
        }
        Map<String, String> fields = new HashMap<>();
        parameters.forEach((name, value) -> {
            String text = value.replace("\r\n", "\n").strip();
            if (text.length() > LONGEST_FIELD) {
                throw new FormRefusal(name, "is too long");
            }
            if (!name.equals(CSRF_FIELD) && !text.isEmpty()) {
                fields.put(name, text);
            }
        });
        return fields;
    }

    private ModelAndView page(String token, Link link, Map<String, Object> page, Map<String, String> typed) {
        ModelMap model = new ModelMap();
        model.addAllAttributes(page);
        model.addAttribute("token", token);
        model.addAttribute("caseNumber", link.caseNumber());
        model.addAttribute("typed", typed);
        return view(Objects.requireNonNull(page.get("view")).toString(), link.language(), model);
    }

    private ModelAndView guessed(HttpServletRequest request) {
        return throttle.mayGuess(request.getRemoteAddr()) ? gone(request) : busy(request);
    }

    /** The same page for unknown, ended and used links: it tells a guesser nothing. */
    private ModelAndView gone(HttpServletRequest request) {
        return notice("gone", HttpStatus.NOT_FOUND, request);
    }

    private ModelAndView busy(HttpServletRequest request) {
        return notice("busy", HttpStatus.TOO_MANY_REQUESTS, request);
    }

    private ModelAndView notice(String what, HttpStatus status, HttpServletRequest request) {
        ModelMap model = new ModelMap();
        model.addAttribute("notice", what);
        Locale wanted = request.getLocale();
        ModelAndView notice = view("gone", wanted.toLanguageTag(), model);
        notice.setStatus(status);
        return notice;
    }

    private ModelAndView view(String name, String language, ModelMap model) {
        model.addAttribute("t", texts.of(language));
        model.addAttribute("lang", LetterTemplates.file(language).equals("zh") ? "zh-CN" : "en");
        return new ModelAndView("link/" + name, model);
    }
}
