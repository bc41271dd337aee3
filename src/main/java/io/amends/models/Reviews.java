package io.amends.models;

import io.amends.modeling.ModelDesk;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelReview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a draft and compares it with what is deployed, without deploying anything. */
@Component
class Reviews {

    private final ModelDesk desk;
    private final ModelReview guard;

    Reviews(ModelDesk desk, ModelReview guard) {
        this.desk = desk;
        this.guard = guard;
    }

    Review of(Draft draft) {
        String base = desk.currentId();
        List<ModelFinding> findings = guard.check(draft.files());
        Map<String, byte[]> deployed = desk.files(base, draft.files().keySet());
        List<Review.File> files = new ArrayList<>();
        draft.files().forEach((name, content) -> {
            byte[] there = deployed.get(name);
            String fate = there == null ? "new" : Arrays.equals(there, content) ? "same" : "changed";
            boolean whole = findings.stream()
                    .anyMatch(finding ->
                            finding.file().equals(name) && finding.element().isEmpty());
            Difference difference = whole || fate.equals("same") ? Difference.NONE : difference(name, there, content);
            files.add(new Review.File(
                    name,
                    draft.came().getOrDefault(name, name),
                    fate,
                    Kind.ofFile(name).map(Kind::code).orElse(""),
                    difference));
        });
        // a diagram tells most of what a change is about
        files.sort(Comparator.comparing(file -> Kind.of(file.kind()).orElse(Kind.FORM)));
        return new Review(base, List.copyOf(files), findings);
    }

    /** What cannot be read is among the findings; it has no difference. */
    private static Difference difference(String name, byte @Nullable [] there, byte[] content) {
        try {
            return FileDifference.between(name, there, content);
        } catch (RuntimeException unreadable) {
            return Difference.NONE;
        }
    }
}
