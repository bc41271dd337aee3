package io.amends.casefile;

import java.util.List;

/** One kind of thing that the record of a case is put together from. */
interface TimelineSource {

    List<TimelineEntry> entries(CaseRun run);
}
