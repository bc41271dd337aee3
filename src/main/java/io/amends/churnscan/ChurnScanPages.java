package io.amends.churnscan;

import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerValues;
import io.amends.lostcustomer.Signal;
import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Scans for lost customers, for people (L-1). */
@Controller
@RequestMapping("/churn-scans")
class ChurnScanPages {

    private static final int LISTED = 30;
    private static final int PAGE = 50;
    private static final List<String> STATES = List.of("started", "skipped", "failed", "found");

    private final ChurnScans scans;
    private final ScanViews views;
    private final FindingTable findings;
    private final CustomerDirectory customers;
    private final CustomerValues values;
    private final PlainTime time;
    private final StaffNames names;

    ChurnScanPages(
            ChurnScans scans,
            ScanViews views,
            FindingTable findings,
            CustomerDirectory customers,
            CustomerValues values,
            PlainTime time,
            StaffNames names) {
        this.scans = scans;
        this.views = views;
        this.findings = findings;
        this.customers = customers;
        this.values = values;
        this.time = time;
        this.names = names;
    }

    @GetMapping
    String list(Model model) {
        List<Line> lines = scans.latest(LISTED).stream().map(this::line).toList();
        model.addAttribute(
                "running", lines.stream().filter(Line::working).findFirst().orElse(null));
        model.addAttribute("scans", lines);
        model.addAttribute("today", scans.today());
        return "churnscan/list";
    }

    @PostMapping
    String ask(@RequestParam(defaultValue = "") String asOf, Principal who, RedirectAttributes told) {
        try {
            ChurnScan scan = scans.ask(ScanRequest.day(asOf), who.getName());
            return "redirect:/churn-scans/" + scan.id();
        } catch (ScanRunning running) {
            told.addFlashAttribute("problem", "A scan is at work already. One scan runs at a time.");
        } catch (FormRefusal refused) {
            told.addFlashAttribute(
                    "problem", "The day " + refused.findings().get(0).reason() + ".");
            told.addFlashAttribute("typed", asOf);
        }
        return "redirect:/churn-scans";
    }

    @PostMapping("/{id:\\d{1,18}}/resume")
    String resume(@PathVariable long id, RedirectAttributes told) {
        try {
            scans.resume(id);
            told.addFlashAttribute("done", "The scan goes on from where it was.");
        } catch (ScanRunning running) {
            told.addFlashAttribute("problem", "Another scan is at work. This one can go on when that is over.");
        } catch (FormRefusal refused) {
            told.addFlashAttribute(
                    "problem", "The scan " + refused.findings().get(0).reason() + ".");
        }
        return "redirect:/churn-scans/" + id;
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String signal,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response,
            Model model) {
        Optional<ChurnScan> found = scans.find(id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "churnscan/unknown";
        }
        ChurnScan scan = found.get();
        ScanView view = views.of(scan);
        String shown = STATES.contains(state) ? state : firstWithAny(view);
        String by = SignalSearch.SIGNALS.stream().anyMatch(it -> it.code().equals(signal)) ? signal : "";
        List<Finding> page = findings.page(id, shown, by, Place.read(after), PAGE + 1);
        List<Finding> rows = page.size() > PAGE ? page.subList(0, PAGE) : page;
        model.addAttribute("scan", line(scan));
        model.addAttribute("view", view);
        model.addAttribute("signals", SignalPicture.of(view));
        model.addAttribute("reasons", SignalPicture.reasons(view));
        model.addAttribute("rules", scan.rules());
        model.addAttribute("silent", amounts(scan));
        model.addAttribute("swept", scan.swept());
        model.addAttribute("state", shown);
        model.addAttribute("signal", by);
        model.addAttribute(
                "states",
                STATES.stream()
                        .map(it -> new Tab(it, ScanWords.became(it), count(view, it)))
                        .filter(it -> it.count() > 0)
                        .toList());
        model.addAttribute("rows", rows.stream().map(this::row).toList());
        if (page.size() > PAGE) {
            model.addAttribute(
                    "next",
                    UriComponentsBuilder.fromPath("/churn-scans/" + id)
                            .queryParam("state", shown)
                            .queryParam("signal", by)
                            .queryParam("after", "{after}")
                            .encode()
                            .buildAndExpand(Place.of(rows.get(PAGE - 1)))
                            .toUriString());
        }
        return "churnscan/scan";
    }

    private static String firstWithAny(ScanView view) {
        return STATES.stream().filter(it -> count(view, it) > 0).findFirst().orElse("started");
    }

    private static int count(ScanView view, String state) {
        return view.signals().stream()
                .mapToInt(it -> switch (state) {
                    case "started" -> it.started();
                    case "skipped" -> it.skipped();
                    case "failed" -> it.failed();
                    default -> it.waiting();
                })
                .sum();
    }

    private Line line(ChurnScan scan) {
        ScanView view = views.of(scan);
        return new Line(
                scan.id(),
                time.day(scan.asOf()),
                ScanWords.state(scan.state()),
                ScanWords.tone(scan.state()),
                scan.working(),
                scan.state() == ScanState.INTERRUPTED,
                scan.askedBy() == null ? "the house, as every day" : names.of(scan.askedBy()),
                time.moment(scan.askedAt()),
                scan.finishedAt() == null ? "" : time.moment(scan.finishedAt()),
                Objects.requireNonNullElse(scan.problem(), ""),
                Objects.requireNonNullElse(view.note(), ""),
                view.progress(),
                count(view, "started"),
                count(view, "skipped"));
    }

    private List<Amount> amounts(ChurnScan scan) {
        ChurnScan.Worth silent = scan.silent();
        return Stream.of(
                        new Amount("Bought by then, cancellations taken off", inHouse(silent.netAmount())),
                        new Amount("Lifetime value", inHouse(silent.lifetimeValue())),
                        new Amount("Second lifetime value", inHouse(silent.secondLifetimeValue())))
                .toList();
    }

    private Row row(Finding finding) {
        return new Row(
                finding.customerNumber(),
                customers
                        .byNumber(finding.customerNumber())
                        .map(it -> it.name())
                        .orElse(""),
                ScanWords.signal(finding.signal()),
                why(finding),
                inHouse(finding.worth().secondLifetimeValue()),
                time.day(finding.lastBoughtOn()),
                finding.usualInterval() == null
                        ? PlainTime.NOTHING
                        : finding.usualInterval().stripTrailingZeros().toPlainString() + " days",
                finding.reason() == null ? "" : ScanWords.reason(finding.reason()),
                Objects.requireNonNullElse(finding.caseNumber(), ""));
    }

    private String why(Finding finding) {
        LocalDate since = finding.sinceOn();
        String detail = Objects.requireNonNullElse(finding.detail(), "");
        if (finding.signal() == Signal.SILENCE) {
            return "since " + time.day(since);
        }
        if (finding.signal() == Signal.ENDING) {
            return detail + " ends " + time.day(since);
        }
        if (finding.signal() == Signal.CLOSED) {
            return "on " + time.day(since);
        }
        return detail.isEmpty() ? "at risk since " + time.day(since) : "score " + detail + ", " + time.day(since);
    }

    private String inHouse(BigDecimal amount) {
        return money(amount) + " " + values.currency();
    }

    static String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    /**
     * A scan in words.
     *
     * @param finished blank while it is not over
     * @param note blank where there is nothing to know
     */
    record Line(
            long id,
            String asOf,
            String state,
            String tone,
            boolean working,
            boolean interrupted,
            String askedBy,
            String asked,
            String finished,
            String problem,
            String note,
            ScanView.Progress progress,
            int started,
            int skipped) {}

    /** One choice of what became of them. */
    record Tab(String state, String label, int count) {}

    record Amount(String what, String amount) {}

    /**
     * A customer who was found.
     *
     * @param why what exactly the signal is
     * @param became why skipped or failed, or blank
     */
    record Row(
            String number,
            String name,
            String signal,
            String why,
            String value,
            String lastBought,
            String usualInterval,
            String became,
            String caseNumber) {}
}
