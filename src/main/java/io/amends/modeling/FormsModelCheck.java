package io.amends.modeling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is wrong with all forms at once, and before it meets somebody who fills one in. */
@Component
final class FormsModelCheck implements ModelCheck {

    private final FormParser parser;

    FormsModelCheck(ObjectProvider<Clock> clock) {
        this.parser = new FormParser(new Feel(clock::getObject));
    }

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.forms().forEach((file, form) -> {
            try {
                parser.parse(form);
            } catch (IllegalArgumentException bad) {
                findings.add(ModelFinding.of(
                        file,
                        "the server could not check it: " + bad.getMessage(),
                        "put it right in the form editor of the Camunda Modeler"));
            }
        });
        return findings;
    }
}
