package io.amends.mediaregister;

import io.amends.mediaregister.PersonTable.PersonRow;
import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a person of the media: who they are, and when we were in contact. */
@Controller
class PersonController {

    private static final RegisterForm EMPTY = RegisterForm.of(Map.of());

    private final PersonTable persons;
    private final MediaDesk desk;
    private final MediaPages pages;

    PersonController(PersonTable persons, MediaDesk desk, MediaPages pages) {
        this.persons = persons;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/media-register/new-person")
    String form(@RequestParam(defaultValue = "") String outlet, Authentication signedIn, Model model) {
        return MediaPages.mayChange(signedIn)
                ? pages.newPerson(RegisterForm.of(Map.of(MediaFields.OUTLET_ID, outlet)), model)
                : "redirect:/media-register";
    }

    @PostMapping("/media-register/people")
    String add(
            @RequestParam Map<String, String> typed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!MediaPages.mayChange(signedIn)) {
            return MediaPages.unknown(response);
        }
        try {
            return back(desk.addPerson(typed, signedIn.getName()), redirect, "Added.");
        } catch (FormRefusal refusal) {
            refused(refusal, response, model);
            return pages.newPerson(RegisterForm.refused(typed, refusal), model);
        }
    }

    @GetMapping("/media-register/people/{id}")
    String page(@PathVariable String id, Authentication signedIn, HttpServletResponse response, Model model) {
        return persons.byId(id)
                .map(person -> pages.person(person, MediaPages.form(person), EMPTY, signedIn, model))
                .orElseGet(() -> MediaPages.unknown(response));
    }

    @PostMapping("/media-register/people/{id}")
    String change(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<PersonRow> person = toChange(id, signedIn);
        if (person.isEmpty()) {
            return MediaPages.unknown(response);
        }
        try {
            desk.changePerson(id, typed, signedIn.getName());
            return back(id, redirect, "Changed.");
        } catch (FormRefusal refusal) {
            refused(refusal, response, model);
            return pages.person(person.get(), RegisterForm.refused(typed, refusal), EMPTY, signedIn, model);
        }
    }

    @PostMapping("/media-register/people/{id}/left")
    String left(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<PersonRow> person = toChange(id, signedIn);
        if (person.isEmpty()) {
            return MediaPages.unknown(response);
        }
        if (!confirmed) {
            String what =
                    "%s works for %s no more and is written to no more. The contacts stay, and it can be taken back."
                            .formatted(
                                    person.get().person().name(),
                                    person.get().person().outletName());
            String path = "/media-register/people/" + id;
            model.addAttribute("confirm", new Confirm("They have left", what, path + "/left", Map.of(), path));
            return "mediaregister/confirm";
        }
        desk.personLeft(person.get(), true, signedIn.getName());
        return back(id, redirect, "Noted: they have left.");
    }

    @PostMapping("/media-register/people/{id}/back")
    String cameBack(
            @PathVariable String id,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<PersonRow> person = toChange(id, signedIn);
        if (person.isEmpty()) {
            return MediaPages.unknown(response);
        }
        desk.personLeft(person.get(), false, signedIn.getName());
        return back(id, redirect, "Noted: they work there again.");
    }

    @PostMapping("/media-register/people/{id}/contacts")
    String contact(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<PersonRow> person = toChange(id, signedIn);
        if (person.isEmpty()) {
            return MediaPages.unknown(response);
        }
        try {
            desk.noteContact(id, typed);
            return back(id, redirect, "Noted in the contact log.");
        } catch (FormRefusal refusal) {
            refused(refusal, response, model);
            return pages.person(
                    person.get(), MediaPages.form(person.get()), RegisterForm.refused(typed, refusal), signedIn, model);
        }
    }

    private Optional<PersonRow> toChange(String id, Authentication signedIn) {
        return persons.byId(id).filter(person -> MediaPages.mayChange(signedIn));
    }

    private static void refused(FormRefusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", MediaPages.problem(refusal));
    }

    private static String back(String id, RedirectAttributes redirect, String done) {
        redirect.addFlashAttribute("done", done);
        redirect.addAttribute("id", id);
        return "redirect:/media-register/people/{id}";
    }
}
