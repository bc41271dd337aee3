package io.amends.complaint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for anybody. It answers the same to everybody, so that nobody learns who is a customer. */
@Controller
@RequestMapping("/complain")
class PublicFormController {

    private static final String PAGE = "complain";

    private final ComplaintIntake intake;
    private final FormLimiter limiter;
    private final Clock clock;

    PublicFormController(ComplaintIntake intake, FormLimiter limiter, Clock clock) {
        this.intake = intake;
        this.limiter = limiter;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request, Model model) {
        return page(PublicForm.empty(), Map.of(), locale(lang, request), model);
    }

    @PostMapping
    String take(
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var locale = locale(lang, request);
        var form = PublicForm.of(request);
        var draft = form.draft(language(locale), clock);
        var faults = form.faults(draft);
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, errors(faults, locale), locale, model);
        }
        var wait = limiter.refuse(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setStatus(429);
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            model.addAttribute("tooMany", true);
            return page(form, Map.of(), locale, model);
        }
        model.addAttribute("caseNumber", intake.take(draft.complaint()).caseNumber());
        return page(form, Map.of(), locale, model);
    }

    private static String page(PublicForm form, Map<String, String> errors, Locale locale, Model model) {
        model.addAttribute("form", form.id());
        model.addAttribute("typed", form.typed());
        model.addAttribute("errors", errors);
        model.addAttribute("first", errors.keySet().stream().findFirst().orElse(""));
        model.addAttribute("lang", language(locale));
        model.addAttribute("t", IntakeWords.in(locale).page("page."));
        model.addAttribute("subjects", ComplaintValues.SUBJECTS);
        model.addAttribute("harms", ComplaintValues.HARMS);
        return PAGE;
    }

    private static Map<String, String> errors(List<Fault> faults, Locale locale) {
        var words = IntakeWords.in(locale);
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(fault -> errors.putIfAbsent(fault.field(), words.say(fault)));
        return errors;
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    private static Locale locale(@Nullable String lang, HttpServletRequest request) {
        var wanted = lang == null ? Collections.list(request.getLocales()) : List.of(Locale.forLanguageTag(lang));
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
