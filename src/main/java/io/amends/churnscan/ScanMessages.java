package io.amends.churnscan;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What begins a scan for lost customers. */
@Component
class ScanMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(ChurnScanProcess.ASKED);
    }

    @Override
    public Map<String, String> starts() {
        return Map.of(ChurnScanProcess.ASKED, ChurnScanProcess.KEY);
    }
}
