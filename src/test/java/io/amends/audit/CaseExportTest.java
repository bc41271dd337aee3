package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseExportTest {

    private final CaseSelection cases = mock();
    private final ExportProgress progress = new ExportProgress();
    private final CaseExport export = new CaseExport(cases, progress);
    private final List<String> written = new ArrayList<>();

    @Test
    void it_goes_page_by_page_and_says_how_far_it_is() {
        when(cases.countAll(CaseCriteria.ALL)).thenReturn(201L);
        when(cases.page(any(), any(), anyInt()))
                .thenReturn(rows(CaseExport.PAGE))
                .thenReturn(rows(1));
        List<Long> told = new ArrayList<>();

        export.run(
                CaseCriteria.ALL,
                "auditor",
                "e1",
                () -> written.add("head"),
                page -> {
                    written.add("page of " + page.size());
                    told.add(progress.of("e1", "auditor").orElseThrow().written());
                },
                () -> written.add("end"));

        assertThat(written).containsExactly("head", "page of 200", "page of 1", "end");
        assertThat(told).containsExactly(0L, 200L);
        assertThat(progress.of("e1", "auditor"))
                .contains(new ExportProgress.State("auditor", 201, 201, ExportProgress.DONE));
        assertThat(progress.of("e1", "somebody")).isEmpty();
    }

    @Test
    void who_cuts_it_off_leaves_nothing_behind() {
        when(cases.countAll(CaseCriteria.ALL)).thenReturn(100_000L);
        when(cases.page(any(), any(), anyInt())).thenReturn(rows(CaseExport.PAGE));

        export.run(
                CaseCriteria.ALL,
                "auditor",
                "e1",
                () -> {},
                page -> {
                    if (written.size() == 2) {
                        throw new IOException("Broken pipe");
                    }
                    written.add("page");
                },
                () -> written.add("end"));

        assertThat(written).containsExactly("page", "page");
        verify(cases, times(3)).page(any(), any(), anyInt());
        assertThat(progress.of("e1", "auditor"))
                .contains(new ExportProgress.State("auditor", 400, 100_000, ExportProgress.BROKEN));
    }

    private static List<CaseRow> rows(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new CaseRow(
                        "CMP-2026-%06d".formatted(n),
                        "complaint",
                        null,
                        null,
                        "delivery",
                        "open",
                        null,
                        null,
                        null,
                        Cases.MORNING,
                        null))
                .toList();
    }
}
