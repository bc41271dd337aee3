package io.amends.mediaregister;

import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may speak for the house today, and what the others lack (M-6). */
@Controller
class SpokespersonController {

    private static final String PAGE = "/media-register/spokespersons";

    private final MediaRegister register;
    private final MediaDesk desk;
    private final MediaPages pages;

    SpokespersonController(MediaRegister register, MediaDesk desk, MediaPages pages) {
        this.register = register;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping(PAGE)
    String page(Authentication signedIn, Model model) {
        return pages.spokespersons("", RegisterForm.of(Map.of()), signedIn, model);
    }

    @PostMapping(PAGE)
    String add(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") Set<String> quality,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return put("", typed, quality, signedIn, response, redirect, model);
    }

    @PostMapping(PAGE + "/{userId}")
    String change(
            @PathVariable String userId,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") Set<String> quality,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (register.spokesperson(userId).isEmpty()) {
            return MediaPages.unknown(response);
        }
        Map<String, String> whole = new LinkedHashMap<>(typed);
        whole.put(MediaDesk.USER, userId);
        return put(userId, whole, quality, signedIn, response, redirect, model);
    }

    private String put(
            String listed,
            Map<String, String> typed,
            Set<String> qualities,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!MediaPages.mayChange(signedIn)) {
            return MediaPages.unknown(response);
        }
        try {
            desk.putSpokesperson(typed, qualities, signedIn.getName());
        } catch (FormRefusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", MediaPages.problem(refusal));
            return pages.spokespersons(listed, RegisterForm.refused(typed, refusal), signedIn, model);
        }
        redirect.addFlashAttribute("done", listed.isEmpty() ? "Added." : "Changed.");
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/{userId}/remove")
    String remove(
            @PathVariable String userId,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<Spokesperson> spokesperson = register.spokesperson(userId);
        if (spokesperson.isEmpty() || !MediaPages.mayChange(signedIn)) {
            return MediaPages.unknown(response);
        }
        if (!confirmed) {
            String what = "%s can be chosen to speak no more."
                    .formatted(spokesperson.get().name());
            model.addAttribute(
                    "confirm",
                    new Confirm("Take off the register", what, PAGE + "/" + userId + "/remove", Map.of(), PAGE));
            return "mediaregister/confirm";
        }
        desk.removeSpokesperson(userId, signedIn.getName());
        redirect.addFlashAttribute(
                "done", "%s is off the register.".formatted(spokesperson.get().name()));
        return "redirect:" + PAGE;
    }
}
