package io.amends.models;

import io.amends.modeling.ModelDesk;
import io.amends.modeling.ModelFileSet;
import io.amends.modeling.ModelRefusal;
import io.amends.modeling.ModelWay;
import io.amends.modeling.ModelsChanged;
import io.amends.staff.ModelKeepers;
import io.amends.web.Downloads;
import io.amends.web.PagePolicy;
import io.amends.web.SentName;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files are checked, compared with what is deployed, and then deployed by whoever says why. The door says who may. */
@Controller
class DraftController {

    private static final long LARGEST = 10L * 1024 * 1024;

    private final ModelDesk desk;
    private final Reviews reviews;
    private final Models models;

    DraftController(ModelDesk desk, Reviews reviews, Models models) {
        this.desk = desk;
        this.reviews = reviews;
        this.models = models;
    }

    @GetMapping("/models/check")
    String form(Authentication signedIn, Model model) {
        return ModelKeepers.include(signedIn) ? check(model) : "redirect:/models";
    }

    private String check(Model model) {
        model.addAttribute("source", desk.source());
        model.addAttribute("mayDeploy", true);
        return "models/check";
    }

    @PostMapping("/models/check")
    String check(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Authentication signedIn,
            HttpSession session,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ModelKeepers.check(signedIn);
        SortedMap<String, byte[]> given = new TreeMap<>();
        long size = 0;
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = SentName.of(file);
            if (name.isEmpty()) {
                continue;
            }
            size += file.getSize();
            if (size > LARGEST) {
                return refused("These files are too large: 10 MB together are the most.", response, model);
            }
            if (Kind.ofFile(name).isEmpty()) {
                return refused(
                        name + " is no model. Diagrams end in .bpmn, tables in .dmn, forms in .form.", response, model);
            }
            if (given.put(name, file.getBytes()) != null) {
                return refused(name + " came twice. Leave one of them out.", response, model);
            }
        }
        if (given.isEmpty()) {
            return refused("No file came. Choose at least one.", response, model);
        }
        try {
            return keep(ModelWay.PAGE, given, desk.current(), session);
        } catch (ModelRefusal twice) {
            return refused(
                    twice.findings().get(0).file() + " "
                            + twice.findings().get(0).reason() + ".",
                    response,
                    model);
        }
    }

    private String refused(String problem, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", problem);
        return check(model);
    }

    private String keep(ModelWay way, SortedMap<String, byte[]> given, ModelFileSet set, HttpSession session) {
        SortedMap<String, byte[]> named = desk.named(set, given);
        SortedMap<String, String> came = new TreeMap<>();
        given.forEach((name, content) -> named.entrySet().stream()
                .filter(file -> file.getValue() == content)
                .forEach(file -> came.put(file.getKey(), name)));
        Draft draft = new Draft(UUID.randomUUID().toString(), way, named, came);
        draft.keep(session);
        return "redirect:/models/check/" + draft.token();
    }

    @GetMapping("/models/take-up")
    String takeUp(Authentication signedIn, Model model) {
        if (!ModelKeepers.include(signedIn)) {
            return "redirect:/models";
        }
        try {
            ModelFileSet set = desk.current();
            SortedMap<String, byte[]> changed = atSource(set);
            SortedMap<String, String> fates = new TreeMap<>();
            changed.keySet().forEach(name -> fates.put(name, set.files().containsKey(name) ? "changed" : "new"));
            model.addAttribute("fates", fates);
        } catch (IllegalStateException missing) {
            model.addAttribute("problem", missing.getMessage());
            model.addAttribute("fates", new TreeMap<>());
        }
        model.addAttribute("source", desk.source());
        model.addAttribute("hasFolder", desk.hasFolder());
        model.addAttribute("mayDeploy", true);
        return "models/take-up";
    }

    @PostMapping("/models/take-up")
    String takeUp(
            @RequestParam(defaultValue = "") List<String> file,
            Authentication signedIn,
            HttpSession session,
            RedirectAttributes redirect) {
        ModelKeepers.check(signedIn);
        try {
            ModelFileSet set = desk.current();
            SortedMap<String, byte[]> changed = atSource(set);
            changed.keySet().retainAll(file);
            if (!changed.isEmpty()) {
                return keep(ModelWay.FOLDER, changed, set, session);
            }
            redirect.addFlashAttribute("problem", "Nothing is chosen, or it is deployed already.");
        } catch (IllegalStateException missing) {
            redirect.addFlashAttribute("problem", missing.getMessage());
        }
        return "redirect:/models/take-up";
    }

    /** Files that lie at the source in another form than they are deployed. */
    private SortedMap<String, byte[]> atSource(ModelFileSet set) {
        SortedMap<String, byte[]> there = desk.sourceFiles();
        there.entrySet()
                .removeIf(file -> Arrays.equals(file.getValue(), set.files().get(file.getKey())));
        return there;
    }

    @GetMapping("/models/check/{token}")
    String review(
            @PathVariable String token,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<Draft> draft = Draft.find(session, token);
        if (draft.isEmpty()) {
            return gone(redirect);
        }
        return review(draft.get(), response, model);
    }

    private String review(Draft draft, HttpServletResponse response, Model model) {
        PagePolicy.withDiagrams(response);
        model.addAttribute("draft", draft);
        model.addAttribute("review", reviews.of(draft));
        model.addAttribute("current", models.current().orElse(null));
        model.addAttribute("mayDeploy", true);
        return "models/review";
    }

    /** A file of the draft, for the viewer. */
    @GetMapping("/models/check/{token}/file")
    ResponseEntity<byte[]> file(@PathVariable String token, @RequestParam String name, HttpSession session) {
        return Draft.find(session, token)
                .map(draft -> draft.files().get(name))
                .map(content -> Downloads.file(SentName.last(name), "application/octet-stream", content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What is deployed under that name now, for the viewer beside it. */
    @GetMapping("/models/check/{token}/deployed")
    ResponseEntity<byte[]> deployed(@PathVariable String token, @RequestParam String name, HttpSession session) {
        return Draft.find(session, token)
                .flatMap(draft -> desk.file(desk.currentId(), name))
                .map(content -> Downloads.file(SentName.last(name), "application/octet-stream", content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/models/check/{token}/deploy")
    String deploy(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String base,
            Authentication signedIn,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        ModelKeepers.check(signedIn);
        Optional<Draft> draft = Draft.find(session, token);
        if (draft.isEmpty()) {
            return gone(redirect);
        }
        String why = note.strip();
        model.addAttribute("note", why);
        if (why.isEmpty() || why.length() > DeploymentTable.LONGEST_NOTE) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute(
                    "noteWrong",
                    why.isEmpty()
                            ? "Say why, for those who read it later."
                            : DeploymentTable.LONGEST_NOTE + " characters are the most.");
            return review(draft.get(), response, model);
        }
        try {
            String before = desk.currentId();
            String now = desk.deploy(draft.get().files(), draft.get().way(), why, base);
            Draft.forget(session);
            redirect.addFlashAttribute(
                    "done",
                    now.equals(before)
                            ? "These files are deployed already; there is no new version."
                            : "Deployed. What starts from now on runs on the new version; what runs stays on its own.");
            return "redirect:/models";
        } catch (ModelsChanged meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "problem",
                    "Nothing is deployed: somebody else deployed while you were looking. Below, your files are compared with what is there now.");
            return review(draft.get(), response, model);
        } catch (ModelRefusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "Nothing is deployed. " + inWords(refusal));
            return review(draft.get(), response, model);
        }
    }

    private static String inWords(ModelRefusal refusal) {
        return refusal.findings().stream()
                .map(finding -> finding.file() + ": " + finding.reason() + ".")
                .collect(Collectors.joining(" "));
    }

    private static String gone(RedirectAttributes redirect) {
        redirect.addFlashAttribute("problem", "These files are no longer here. Check them again.");
        return "redirect:/models/check";
    }
}
