package io.amends.casefile;

import io.amends.promise.PromiseDesk;
import io.amends.web.PagePolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of one case, whether somebody only looks at it or something that they sent did not fit. */
@Component
class CaseView {

    private final CaseAccess access;
    private final CasePages pages;
    private final CaseActions actions;
    private final PromiseDesk promises;
    private final Timeline timeline;
    private final StaffNames names;
    private final PlainTime time;
    private final Clock clock;

    CaseView(
            CaseAccess access,
            CasePages pages,
            CaseActions actions,
            PromiseDesk promises,
            Timeline timeline,
            StaffNames names,
            PlainTime time,
            Clock clock) {
        this.access = access;
        this.pages = pages;
        this.actions = actions;
        this.promises = promises;
        this.timeline = timeline;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    /**
     * @param show the one kind of entries that the record is narrowed to, or blank
     * @return name of the template
     */
    String of(CaseFile file, Reader reader, String show, HttpServletResponse response, Model model) {
        PagePolicy.withDiagrams(response);
        boolean mayAct = access.mayAct(reader, file);
        List<TimelineEntry> entries = timeline.of(file).stream()
                .filter(entry -> show.isEmpty() || entry.kind().code().equals(show))
                .toList();
        model.addAttribute("page", pages.of(file, mayAct ? actions.of(file) : List.of()));
        model.addAttribute("timeline", TimelineGroup.of(entries, time, names));
        model.addAttribute("show", show);
        model.addAttribute("kinds", kinds());
        model.addAttribute("opensCustomers", access.opensCustomers(reader));
        model.addAttribute("opensMail", access.opensMail(reader));
        if (mayAct && !model.containsAttribute("promising") && promises.takes(file.number())) {
            model.addAttribute("promising", promising(file));
        }
        return "cases/case";
    }

    boolean aboutCustomer(CaseFile file) {
        return pages.aboutCustomer(file);
    }

    /** The form in which something is promised. */
    PromiseForm promising(CaseFile file) {
        return PromiseForm.empty(
                pages.aboutCustomer(file),
                LocalDate.ofInstant(clock.instant(), clock.getZone()).toString());
    }

    /** The same for a case that does not exist and for one that is none of the reader's business. */
    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "cases/unknown";
    }

    private static Map<String, String> kinds() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("", "Everything");
        Arrays.stream(TimelineEntry.Kind.values()).forEach(kind -> labels.put(kind.code(), kind.label()));
        return labels;
    }
}
