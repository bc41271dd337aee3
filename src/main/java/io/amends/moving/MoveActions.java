package io.amends.moving;

import io.amends.models.ModelAction;
import io.amends.models.ModelActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads from the page of a process to moving its running cases; whoever only reads may look at what would move. */
@Component
final class MoveActions implements ModelActions {

    @Override
    public List<ModelAction> of(String kind, String key, boolean keeper) {
        return kind.equals("process")
                ? List.of(new ModelAction(
                        keeper ? "Move running cases" : "Which running cases could move",
                        "/models/process/" + key + "/move"))
                : List.of();
    }
}
