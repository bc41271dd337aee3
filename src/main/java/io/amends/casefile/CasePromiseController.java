package io.amends.casefile;

import io.amends.modeling.FormRefusal;
import io.amends.promise.NewPromise;
import io.amends.promise.PromiseDesk;
import io.amends.promise.PromisedTo;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a promise that somebody makes on the page of a case, also in the Tasklist's Case tab (K-8). */
@Controller
class CasePromiseController {

    private final CaseAccess access;
    private final CaseView view;
    private final PromiseDesk desk;
    private final ApplicationEventPublisher events;

    CasePromiseController(CaseAccess access, CaseView view, PromiseDesk desk, ApplicationEventPublisher events) {
        this.access = access;
        this.view = view;
        this.desk = desk;
        this.events = events;
    }

    @PostMapping("/cases/{caseNumber}/promises")
    String make(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String promisedWhat,
            @RequestParam(defaultValue = "") String promisedGroup,
            @RequestParam(defaultValue = "") String promisedDue,
            @RequestParam(defaultValue = "false") boolean promisedOutside,
            @RequestParam(defaultValue = "false") boolean embed,
            Authentication signedIn,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Reader reader = Reader.of(signedIn);
        Optional<CaseFile> file = access.read(caseNumber, reader);
        model.addAttribute("embed", embed);
        if (file.isEmpty() || !access.mayAct(reader, file.get())) {
            return CaseView.unknown(response);
        }
        NewPromise promise = new NewPromise(
                promisedWhat,
                promisedGroup,
                promisedDue,
                promisedOutside ? PromiseForm.outside(view.aboutCustomer(file.get())) : PromisedTo.HOUSE);
        try {
            desk.makeNow(caseNumber, promise, reader.userId());
            events.publishEvent(new CaseTouched(caseNumber, reader.userId()));
            redirect.addFlashAttribute("done", "Promised. It is a task with its date from now on.");
        } catch (FormRefusal refusal) {
            return refused(file.get(), reader, promise, refusal, response, model);
        } catch (ConcurrencyFailureException somebodyElseWasFirst) {
            redirect.addFlashAttribute("problem", CaseActions.MOVED_ON);
        }
        redirect.addAttribute("caseNumber", caseNumber);
        if (embed) {
            redirect.addAttribute("embed", "1");
        }
        return "redirect:/cases/{caseNumber}";
    }

    /** The page as it was with what was typed, so that nothing has to be typed again. */
    private String refused(
            CaseFile file,
            Reader reader,
            NewPromise promise,
            FormRefusal refusal,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        PromiseForm form = view.promising(file).refused(promise, refusal);
        model.addAttribute("promising", form);
        model.addAttribute(
                "problem",
                "Nothing was promised. " + String.join(" ", form.errors().values()));
        return view.of(file, reader, "", response, model);
    }
}
