package io.amends.moving;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseWords;
import io.amends.casefile.PlainTime;
import io.amends.casefile.StaffNames;
import io.amends.modeling.FormRefusal;
import io.amends.models.ModelChanges;
import io.amends.staff.ModelKeepers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Moving running cases to the newest version, for people: what would move, the click, and how far it is. */
@Controller
@RequestMapping("/models")
class MovePages {

    private static final int PAGE = 50;
    private static final int LISTED = 30;
    private static final List<String> SHOWN = List.of("all", "stay", "move");

    private final Previews previews;
    private final Moves moves;
    private final MoveTable table;
    private final MoveViews views;
    private final ModelChanges changes;
    private final CaseFiles files;
    private final CaseWords words;
    private final StaffNames names;
    private final PlainTime time;

    MovePages(
            Previews previews,
            Moves moves,
            MoveTable table,
            MoveViews views,
            ModelChanges changes,
            CaseFiles files,
            CaseWords words,
            StaffNames names,
            PlainTime time) {
        this.previews = previews;
        this.moves = moves;
        this.table = table;
        this.views = views;
        this.changes = changes;
        this.files = files;
        this.words = words;
        this.names = names;
        this.time = time;
    }

    /** @param step matches, each as {@code process:old id:new id}; the new one is blank where nothing was chosen */
    @GetMapping("/process/{key}/move")
    String preview(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<Integer> version,
            @RequestParam(required = false) @Nullable List<String> step,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        List<StepMatch> matches = matches(step);
        Optional<Preview> found = previews.of(key, version == null ? List.of() : version, matches);
        if (found.isEmpty()) {
            return unknown(response);
        }
        Preview preview = found.get();
        describe(preview, matches, signedIn, model);
        String shown = SHOWN.contains(show) ? show : "all";
        List<Preview.CaseLine> all = preview.cases().stream()
                .filter(line -> shown.equals("all") || line.moves() == shown.equals("move"))
                .filter(line -> line.item().compareTo(after) > 0)
                .toList();
        List<Preview.CaseLine> page = all.subList(0, Math.min(PAGE, all.size()));
        model.addAttribute("show", shown);
        model.addAttribute("cases", page.stream().map(this::line).toList());
        UriComponentsBuilder address = address(preview, matches);
        model.addAttribute("address", address.toUriString());
        model.addAttribute(
                "next",
                all.size() > PAGE
                        ? address.queryParam("show", shown)
                                .queryParam("after", "{after}")
                                .uriVariables(Map.of("after", page.get(PAGE - 1).item()))
                                .toUriString()
                        : null);
        return "moving/preview";
    }

    /** Asks once more before anything moves. */
    @PostMapping("/process/{key}/move/confirm")
    String confirm(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<Integer> version,
            @RequestParam(required = false) @Nullable List<String> step,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        ModelKeepers.check(signedIn);
        List<StepMatch> matches = matches(step);
        Optional<Preview> preview = previews.of(key, version == null ? List.of() : version, matches);
        if (preview.isEmpty()) {
            return unknown(response);
        }
        describe(preview.get(), matches, signedIn, model);
        model.addAttribute("named", previews.named(matches));
        model.addAttribute("address", address(preview.get(), matches).toUriString());
        return "moving/confirm";
    }

    @PostMapping("/process/{key}/move")
    String start(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable List<Integer> version,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(required = false) @Nullable List<String> step,
            Authentication signedIn,
            RedirectAttributes told) {
        ModelKeepers.check(signedIn);
        List<StepMatch> matches = matches(step);
        try {
            long id = moves.start(key, version == null ? List.of() : version, to, matches, signedIn.getName());
            return "redirect:/models/moves/" + id;
        } catch (MoveUnfinished unfinished) {
            told.addFlashAttribute("problem", "This move is not over. One move of a process runs at a time.");
            return "redirect:/models/moves/" + unfinished.move();
        } catch (FormRefusal refused) {
            told.addFlashAttribute("problem", "Nothing was moved: " + refused.field() + " " + refused.reason() + ".");
            return "redirect:/models/process/"
                    + UriComponentsBuilder.fromPath(key).build().encode() + "/move";
        }
    }

    @GetMapping("/moves")
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Authentication signedIn, Model model) {
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        List<Move> page = table.page(before, LISTED + 1);
        List<Move> shown = page.size() > LISTED ? page.subList(0, LISTED) : page;
        Map<String, ProcessDefinition> newest = previews.newest();
        model.addAttribute(
                "moves",
                shown.stream()
                        .map(move -> line(move, name(move, newest), views.progress(move)))
                        .toList());
        model.addAttribute("more", page.size() > LISTED ? shown.get(LISTED - 1).id() : null);
        List<Outdated> waiting = waitingProcesses(newest);
        model.addAttribute(
                "processes", waiting.stream().filter(one -> one.cases() > 0).toList());
        model.addAttribute(
                "called", waiting.stream().filter(one -> one.cases() == 0).toList());
        return "moving/list";
    }

    @GetMapping("/moves/{id:\\d{1,18}}")
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Optional<Move> found = table.find(id);
        if (found.isEmpty()) {
            return unknown(response);
        }
        String shown = MoveWords.STATES.containsKey(show) ? show : "";
        List<MovedCase> rows = table.cases(id, shown, after, PAGE + 1);
        List<MovedCase> page = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        Map<String, Integer> counts = table.counts(id);
        model.addAttribute("move", line(found.get(), name(found.get(), previews.newest()), MoveViews.progress(counts)));
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        model.addAttribute("matches", previews.named(table.matches(id)));
        model.addAttribute("show", shown);
        model.addAttribute(
                "tabs",
                counts.entrySet().stream()
                        .map(it -> new Tab(it.getKey(), MoveWords.state(it.getKey()), it.getValue()))
                        .toList());
        model.addAttribute("cases", page.stream().map(this::row).toList());
        model.addAttribute("after", rows.size() > PAGE ? page.get(PAGE - 1).item() : null);
        return "moving/one";
    }

    /** For the page that follows it. */
    @GetMapping("/moves/{id:\\d{1,18}}/progress")
    ResponseEntity<Following> progress(@PathVariable long id) {
        return ResponseEntity.of(table.find(id).map(move -> {
            MoveView.Progress progress = views.progress(move);
            return new Following(!move.working(), progress.percent(), told(progress));
        }));
    }

    @PostMapping("/moves/{id:\\d{1,18}}/stop")
    String stop(@PathVariable long id, Authentication signedIn, RedirectAttributes told) {
        ModelKeepers.check(signedIn);
        boolean stopped = moves.stop(id, signedIn.getName());
        told.addFlashAttribute(
                stopped ? "done" : "problem",
                stopped ? "Stopped. What was moved stays moved." : "It was not at work any more.");
        return "redirect:/models/moves/" + id;
    }

    @PostMapping("/moves/{id:\\d{1,18}}/continue")
    String goOn(@PathVariable long id, Authentication signedIn, RedirectAttributes told) {
        ModelKeepers.check(signedIn);
        if (!moves.goOn(id)) {
            told.addFlashAttribute("problem", "It was not stopped.");
        }
        return "redirect:/models/moves/" + id;
    }

    @PostMapping("/moves/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, Authentication signedIn, RedirectAttributes told) {
        ModelKeepers.check(signedIn);
        boolean ended = moves.end(id);
        told.addFlashAttribute(
                ended ? "done" : "problem",
                ended ? "Ended. The other cases stay on the version that they run on." : "It was not stopped.");
        return "redirect:/models/moves/" + id;
    }

    private void describe(Preview preview, List<StepMatch> matches, Authentication signedIn, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("key", preview.latest().getKey());
        model.addAttribute("name", CaseMover.name(preview.latest()));
        model.addAttribute("chosen", preview.chosen());
        model.addAttribute("moving", preview.moving());
        model.addAttribute("staying", preview.staying());
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        model.addAttribute("matches", matches);
        model.addAttribute(
                "unfinished", table.unfinished(preview.latest().getKey()).orElse(null));
    }

    private static List<StepMatch> matches(@Nullable List<String> step) {
        List<StepMatch> matches = new ArrayList<>();
        for (String one : step == null ? List.<String>of() : step) {
            String[] parts = one.split(":", -1);
            if (parts.length == 3 && !parts[0].isBlank() && !parts[1].isBlank() && !parts[2].isBlank()) {
                matches.add(new StepMatch(parts[0], parts[1], parts[2]));
            }
        }
        return matches.stream().distinct().toList();
    }

    /** Steps are what somebody typed, so they are filled in: what stands in braces would be looked up. */
    private static UriComponentsBuilder address(Preview preview, List<StepMatch> matches) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("key", preview.latest().getKey());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/models/process/{key}/move");
        preview.chosen().forEach(version -> address.queryParam("version", version));
        for (StepMatch match : matches) {
            String step = "step" + typed.size();
            address.queryParam("step", "{" + step + "}");
            typed.put(step, match.process() + ":" + match.from() + ":" + match.to());
        }
        return address.encode().uriVariables(typed);
    }

    /** Processes of which cases run on an older version: where a preview is worth opening. */
    private List<Outdated> waitingProcesses(Map<String, ProcessDefinition> newest) {
        Map<String, List<TokenTable.Version>> older = previews.olderRunning(newest);
        Map<String, Integer> changed = changes.ofProcesses();
        List<Outdated> waiting = new ArrayList<>();
        newest.forEach((key, latest) -> {
            List<TokenTable.Version> on = older.getOrDefault(key, List.of());
            if (!on.isEmpty()) {
                int oldest = on.get(on.size() - 1).version();
                waiting.add(new Outdated(
                        key,
                        CaseMover.name(latest),
                        latest.getVersion(),
                        on.stream().map(TokenTable.Version::version).sorted().toList(),
                        on.stream().mapToInt(TokenTable.Version::cases).sum(),
                        on.stream().mapToInt(TokenTable.Version::running).sum(),
                        changed.getOrDefault(key, latest.getVersion()) > oldest));
            }
        });
        return waiting;
    }

    private CaseRow line(Preview.CaseLine line) {
        Optional<CaseFile> file = line.isCase() ? files.find(line.item()) : Optional.empty();
        return new CaseRow(
                line.item(), file.isPresent(), file.map(words::subject).orElse(""), line.moves(), line.processes());
    }

    private static String name(Move move, Map<String, ProcessDefinition> newest) {
        return Optional.ofNullable(newest.get(move.processKey()))
                .map(CaseMover::name)
                .orElse(move.processKey());
    }

    private Line line(Move move, String name, MoveView.Progress progress) {
        String from = move.versions().size() == 1
                ? "version " + move.versions().get(0)
                : "versions "
                        + String.join(
                                ", ",
                                move.versions().stream().map(String::valueOf).toList());
        return new Line(
                move.id(),
                move.processKey(),
                name,
                from,
                move.toVersion(),
                MoveWords.move(move.state()),
                MoveWords.tone(move.state()),
                move.working(),
                move.stopped(),
                Objects.requireNonNullElse(move.problem(), ""),
                names.of(move.askedBy()),
                time.moment(move.askedAt()),
                move.finishedAt() == null ? "" : time.moment(move.finishedAt()),
                move.stoppedBy() == null || move.working()
                        ? ""
                        : "stopped by " + names.of(move.stoppedBy()) + ", " + time.moment(move.stoppedAt()),
                progress,
                told(progress));
    }

    private static String told(MoveView.Progress progress) {
        int looked = progress.cases() - progress.waiting();
        return looked + " of " + progress.cases();
    }

    private DoneRow row(MovedCase one) {
        Optional<CaseFile> file = one.caseNumber() == null ? Optional.empty() : files.find(one.caseNumber());
        return new DoneRow(
                one.item(),
                file.isPresent(),
                file.map(words::subject).orElse(""),
                MoveWords.state(one.state()),
                MoveWords.caseTone(one.state()),
                Objects.requireNonNullElse(one.reason(), ""),
                one.doneAt() == null ? "" : time.moment(one.doneAt()));
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "moving/unknown";
    }

    /** A case of a preview in words. */
    record CaseRow(String item, boolean opens, String subject, boolean moves, List<Preview.Run> processes) {}

    /** A move in words; what is not known is blank. */
    record Line(
            long id,
            String key,
            String name,
            String from,
            int to,
            String state,
            String tone,
            boolean working,
            boolean stopped,
            String problem,
            String askedBy,
            String asked,
            String finished,
            String stop,
            MoveView.Progress progress,
            String told) {}

    record Tab(String state, String label, int count) {}

    /** What became of a case in words. */
    record DoneRow(String item, boolean opens, String subject, String state, String tone, String reason, String done) {}

    /**
     * A process that runs on older versions.
     *
     * @param cases that run on them; none where it is called by others
     * @param running processes on them
     * @param changed whether its diagram has changed since the oldest of them
     */
    record Outdated(
            String key, String name, int latest, List<Integer> versions, int cases, int running, boolean changed) {}

    record Following(boolean over, int percent, String told) {}
}
