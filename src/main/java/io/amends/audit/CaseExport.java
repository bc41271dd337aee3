package io.amends.audit;

import io.amends.web.ListPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Writes a selection page by page. Between two pages nothing is held, neither rows nor a cursor nor a connection, so that the memory
 * that it takes does not grow with the cases, and a reader who goes away leaves nothing behind.
 */
@Service
class CaseExport {

    static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(CaseExport.class);

    private final CaseSelection cases;
    private final ExportProgress progress;

    CaseExport(CaseSelection cases, ExportProgress progress) {
        this.cases = cases;
        this.progress = progress;
    }

    /** Takes the next page of cases, newest first. */
    interface Page {
        void write(List<CaseRow> cases) throws IOException;
    }

    /** What comes before the first case or after the last. */
    interface Frame {
        void write() throws IOException;
    }

    /** @param id by which the page asks how far it is, or blank */
    void run(CaseCriteria criteria, String userId, String id, Frame head, Page each, Frame end) {
        long of = cases.countAll(criteria);
        long written = 0;
        String state = ExportProgress.BROKEN;
        try {
            head.write();
            progress.tell(id, new ExportProgress.State(userId, 0, of, ExportProgress.RUNNING));
            List<CaseRow> page = cases.page(criteria, null, PAGE);
            while (!page.isEmpty()) {
                each.write(page);
                written += page.size();
                progress.tell(id, new ExportProgress.State(userId, written, of, ExportProgress.RUNNING));
                ListPlace place = page.get(page.size() - 1).place();
                page = page.size() < PAGE ? List.of() : cases.page(criteria, place, PAGE);
            }
            end.write();
            state = ExportProgress.DONE;
        } catch (IOException | UncheckedIOException gone) {
            LOG.info("The reader of an export went away after {} of {} cases", written, of);
        } finally {
            progress.tell(id, new ExportProgress.State(userId, written, of, state));
        }
    }
}
