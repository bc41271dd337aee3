package io.amends.models;

import io.amends.staff.ModelKeepers;
import io.amends.web.PagePolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is deployed, one model with its versions, and what differs between two. The door says who may read. */
@Controller
class ModelController {

    private static final int LONGEST = 200;
    private static final int DEPLOYMENTS = 25;

    private final Models models;
    private final ObjectProvider<ModelActions> actions;

    ModelController(Models models, ObjectProvider<ModelActions> actions) {
        this.models = models;
        this.actions = actions;
    }

    @GetMapping("/models")
    String list(@RequestParam(defaultValue = "") String text, Authentication signedIn, Model model) {
        String wanted = text.strip().length() > LONGEST ? text.strip().substring(0, LONGEST) : text.strip();
        model.addAttribute("text", wanted);
        model.addAttribute("sections", models.sections(wanted));
        model.addAttribute("current", models.current().orElse(null));
        model.addAttribute("held", models.held());
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        return "models/list";
    }

    @GetMapping("/models/deployments")
    String deployments(
            @RequestParam(defaultValue = "9223372036854775807") long before, Authentication signedIn, Model model) {
        List<ModelView.Changes> found = models.deployments(before, DEPLOYMENTS + 1);
        model.addAttribute("rows", found.stream().limit(DEPLOYMENTS).toList());
        model.addAttribute(
                "next", found.size() > DEPLOYMENTS ? found.get(DEPLOYMENTS - 1).seq() : null);
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        return "models/deployments";
    }

    @GetMapping("/models/{kind}/{key}")
    String model(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean all,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Kind known = Kind.of(kind).orElse(null);
        List<Version> versions = known == null ? List.of() : models.versions(known, key);
        Optional<Version> shown = versions.stream()
                .filter(it -> version == null || it.number() == version)
                .findFirst();
        if (known == null || shown.isEmpty()) {
            return unknown(response);
        }
        PagePolicy.withDiagrams(response);
        boolean keeper = ModelKeepers.include(signedIn);
        byte[] file = models.file(shown.get());
        model.addAttribute("page", models.page(known, versions, shown.get(), all));
        model.addAttribute(
                "actions",
                actions.stream()
                        .flatMap(it -> it.of(known.code(), key, keeper).stream())
                        .toList());
        model.addAttribute("mayDeploy", keeper);
        model.addAttribute(
                "sheet", known == Kind.TABLE ? TableSheet.of(file, key).orElse(null) : null);
        model.addAttribute("fields", known == Kind.FORM ? models.fields(file) : List.of());
        return "models/model";
    }

    @GetMapping("/models/{kind}/{key}/difference")
    String difference(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            Authentication signedIn,
            HttpServletResponse response,
            Model model) {
        Kind known = Kind.of(kind).orElse(null);
        List<Version> versions = known == null ? List.of() : models.versions(known, key);
        Optional<Version> before = find(versions, from);
        Optional<Version> after = find(versions, to);
        if (known == null || before.isEmpty() || after.isEmpty()) {
            return unknown(response);
        }
        PagePolicy.withDiagrams(response);
        byte[] was = models.file(before.get());
        byte[] is = models.file(after.get());
        model.addAttribute("kind", known.code());
        model.addAttribute("key", key);
        model.addAttribute("name", versions.get(0).name());
        model.addAttribute("versions", models.choices(versions));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute(
                "difference",
                known == Kind.TABLE
                        ? FileDifference.ofTable(key, was, is)
                        : FileDifference.between(after.get().file(), was, is));
        model.addAttribute(
                "others", known == Kind.TABLE ? models.others(key, before.get(), was, after.get(), is) : List.of());
        model.addAttribute("mayDeploy", ModelKeepers.include(signedIn));
        return "models/difference";
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "models/unknown";
    }

    private static Optional<Version> find(List<Version> versions, int number) {
        return versions.stream().filter(it -> it.number() == number).findFirst();
    }
}
