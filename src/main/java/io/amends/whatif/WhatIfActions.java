package io.amends.whatif;

import io.amends.models.ModelAction;
import io.amends.models.ModelActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads from the page of a table to trying a changed one, for those who may. */
@Component
final class WhatIfActions implements ModelActions {

    @Override
    public List<ModelAction> of(String kind, String key, boolean keeper) {
        return keeper && kind.equals("table")
                ? List.of(new ModelAction("What if it were changed?", "/models/what-if?table=" + key))
                : List.of();
    }
}
