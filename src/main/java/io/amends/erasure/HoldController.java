package io.amends.erasure;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases that nothing may be erased or removed of, and why. */
@Controller
@RequestMapping("/erasures/holds")
class HoldController {

    private static final int SHOWN = 100;
    private static final int LONGEST_REASON = 2_000;

    private final Holds holds;
    private final ErasurePages pages;

    HoldController(Holds holds, ErasurePages pages) {
        this.holds = holds;
        this.pages = pages;
    }

    @GetMapping
    String list(
            @RequestParam(name = "case", defaultValue = "") String caseNumber, Authentication signedIn, Model model) {
        model.addAttribute("holds", holds.latest(SHOWN).stream().map(pages::row).toList());
        model.addAttribute("mayErase", ErasurePages.mayErase(signedIn));
        if (!model.containsAttribute("typedCase")) {
            model.addAttribute("typedCase", caseNumber);
        }
        return "erasure/holds";
    }

    @PostMapping
    String hold(
            @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "") String reason,
            Authentication signedIn,
            RedirectAttributes told) {
        ErasurePages.check(signedIn);
        String number = caseNumber.strip().toUpperCase(Locale.ROOT);
        String problem = wrong(reason);
        if (problem.isEmpty() && !holds.hold(number, reason.strip(), signedIn.getName())) {
            problem = holds.standing(number).isPresent()
                    ? number + " is held already."
                    : "There is no case " + number + ".";
        }
        if (problem.isEmpty()) {
            told.addFlashAttribute(
                    "done", number + " is held. Nothing of it is erased or removed until it is released.");
        } else {
            told.addFlashAttribute("problem", problem);
            told.addFlashAttribute("typedCase", caseNumber);
            told.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/erasures/holds";
    }

    @PostMapping("/{id:\\d{1,18}}/release")
    String release(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Authentication signedIn,
            RedirectAttributes told) {
        ErasurePages.check(signedIn);
        String problem = wrong(reason);
        if (problem.isEmpty() && !holds.release(id, reason.strip(), signedIn.getName())) {
            problem = "That hold does not stand any more.";
        }
        if (problem.isEmpty()) {
            told.addFlashAttribute("done", "Released.");
        } else {
            told.addFlashAttribute("problem", problem);
        }
        return "redirect:/erasures/holds";
    }

    private static String wrong(String reason) {
        if (reason.isBlank()) {
            return "The reason is needed: it stands in the record of the case.";
        }
        return reason.strip().length() > LONGEST_REASON
                ? "The reason has at most " + LONGEST_REASON + " characters."
                : "";
    }
}
