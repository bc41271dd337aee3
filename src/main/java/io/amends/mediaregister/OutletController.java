package io.amends.mediaregister;

import io.amends.mediaregister.OutletTable.OutletRow;
import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an outlet, and what communications change on it. */
@Controller
class OutletController {

    private final OutletTable outlets;
    private final MediaDesk desk;
    private final MediaPages pages;

    OutletController(OutletTable outlets, MediaDesk desk, MediaPages pages) {
        this.outlets = outlets;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/media-register/new-outlet")
    String form(@RequestParam(defaultValue = "") String name, Authentication signedIn, Model model) {
        return MediaPages.mayChange(signedIn)
                ? pages.newOutlet(RegisterForm.of(Map.of(MediaFields.OUTLET_NAME, name)), model)
                : "redirect:/media-register/outlets";
    }

    @PostMapping("/media-register/outlets")
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
            String id = unlessTaken(() -> desk.addOutlet(typed, signedIn.getName()));
            return back(id, redirect, "Added. Now add who works there.");
        } catch (FormRefusal refusal) {
            refused(refusal, response, model);
            return pages.newOutlet(RegisterForm.refused(typed, refusal), model);
        }
    }

    @GetMapping("/media-register/outlets/{id}")
    String page(
            @PathVariable String id,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<OutletRow> outlet = outlets.byId(id);
        if (outlet.isEmpty()) {
            return MediaPages.unknown(response);
        }
        if (!outlet.get().id().equals(id)) {
            redirect.addAttribute("id", outlet.get().id());
            return "redirect:/media-register/outlets/{id}";
        }
        return pages.outlet(outlet.get(), MediaPages.form(outlet.get()), signedIn, model);
    }

    @PostMapping("/media-register/outlets/{id}")
    String change(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<OutletRow> outlet = toChange(id, signedIn);
        if (outlet.isEmpty()) {
            return MediaPages.unknown(response);
        }
        try {
            unlessTaken(() -> {
                desk.changeOutlet(id, typed, signedIn.getName());
                return id;
            });
            return back(id, redirect, "Changed.");
        } catch (FormRefusal refusal) {
            refused(refusal, response, model);
            return pages.outlet(outlet.get(), RegisterForm.refused(typed, refusal), signedIn, model);
        }
    }

    @PostMapping("/media-register/outlets/{id}/check")
    String check(
            @PathVariable String id,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (toChange(id, signedIn).isEmpty()) {
            return MediaPages.unknown(response);
        }
        desk.checkOutlet(id, signedIn.getName());
        return back(id, redirect, "Checked. It is an outlet like any other now.");
    }

    @PostMapping("/media-register/outlets/{id}/join")
    String join(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<OutletRow> outlet = toChange(id, signedIn);
        if (outlet.isEmpty()) {
            return MediaPages.unknown(response);
        }
        Optional<OutletRow> target = desk.target(outlet.get(), into);
        if (outlet.get().checked() || target.isEmpty()) {
            redirect.addFlashAttribute("problem", "Not joined: choose the outlet that it is.");
            return back(id, redirect);
        }
        if (!confirmed) {
            String what = "%s is %s. Its people go there, and its name leads there from now on. This cannot be undone."
                    .formatted(outlet.get().name(), target.get().name());
            Confirm confirm = new Confirm(
                    "Join two outlets", what, outletPath(id) + "/join", Map.of("into", into), outletPath(id));
            model.addAttribute("confirm", confirm);
            return "mediaregister/confirm";
        }
        desk.joinOutlet(outlet.get(), target.get(), signedIn.getName());
        return back(
                target.get().id(),
                redirect,
                "Joined. %s leads here now.".formatted(outlet.get().name()));
    }

    @PostMapping("/media-register/outlets/{id}/archive")
    String archive(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<OutletRow> outlet = toChange(id, signedIn);
        if (outlet.isEmpty()) {
            return MediaPages.unknown(response);
        }
        if (!confirmed) {
            String what = "%s and its people are offered no more when somebody is written to. It can be taken back."
                    .formatted(outlet.get().name());
            model.addAttribute(
                    "confirm",
                    new Confirm("Archive the outlet", what, outletPath(id) + "/archive", Map.of(), outletPath(id)));
            return "mediaregister/confirm";
        }
        desk.archiveOutlet(id, true, signedIn.getName());
        return back(id, redirect, "Archived.");
    }

    @PostMapping("/media-register/outlets/{id}/restore")
    String restore(
            @PathVariable String id,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (toChange(id, signedIn).isEmpty()) {
            return MediaPages.unknown(response);
        }
        desk.archiveOutlet(id, false, signedIn.getName());
        return back(id, redirect, "Taken out of the archive.");
    }

    private Optional<OutletRow> toChange(String id, Authentication signedIn) {
        return outlets.byId(id).filter(outlet -> outlet.id().equals(id) && MediaPages.mayChange(signedIn));
    }

    /** Somebody may have been faster, or the name leads to an outlet that it was joined with. */
    private static String unlessTaken(Supplier<String> work) {
        try {
            return work.get();
        } catch (DuplicateKeyException taken) {
            throw new FormRefusal(MediaFields.OUTLET_NAME, "is the name of an outlet already, or was one once");
        }
    }

    private static void refused(FormRefusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", MediaPages.problem(refusal));
    }

    private static String outletPath(String id) {
        return "/media-register/outlets/" + id;
    }

    private static String back(String id, RedirectAttributes redirect, String done) {
        redirect.addFlashAttribute("done", done);
        return back(id, redirect);
    }

    private static String back(String id, RedirectAttributes redirect) {
        redirect.addAttribute("id", id);
        return "redirect:/media-register/outlets/{id}";
    }
}
