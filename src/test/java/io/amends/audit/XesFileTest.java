package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.audit.XesTrace.Event;
import io.amends.audit.XesTrace.Transition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class XesFileTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_log_is_one_of_the_standard_whatever_stands_in_it() throws Exception {
        CaseRow row = new CaseRow(
                "LCR-2026-000001",
                "lost-customer",
                "<&\"'> \u0000\u0008 \uD83D\uDE00 客户",
                null,
                "silence",
                "closed",
                "regained",
                "retention",
                null,
                NOON,
                NOON.plusSeconds(60));
        Event complete = event(Transition.COMPLETE, NOON, "retention");
        Event start = event(Transition.START, NOON, XesEvents.NOBODY);
        String xes = written(new XesTrace(
                row,
                List.of(complete, start),
                Map.of("people", new BigDecimal("12.50"), "offer", new BigDecimal("30")),
                "GBP"));

        XesSchema.check(xes);
        assertThat(xes)
                .contains("xes.version=\"1849.2023\"")
                .contains("key=\"cost:total\" value=\"42.50\"")
                .contains("key=\"cost:currency\" value=\"GBP\"")
                .containsSubsequence(
                        "key=\"cost:drivers\"",
                        "key=\"cost:driver\" value=\"offer\"",
                        "key=\"cost:amount\" value=\"30\"",
                        "key=\"cost:driver\" value=\"people\"",
                        "key=\"cost:amount\" value=\"12.50\"",
                        "key=\"cost:type\" value=\"people\"")
                .contains("2026-03-02T12:00:00.000+01:00")
                .contains("客户");
        assertThat(xes.indexOf("value=\"start\"")).isLessThan(xes.lastIndexOf("value=\"complete\""));
    }

    @Test
    void an_empty_log_is_one_too() throws Exception {
        XesSchema.check(written());
    }

    @Test
    void a_file_that_was_cut_off_is_no_log() {
        String xes = "<log xes.version=\"1849.2023\" xmlns=\"http://www.xes-standard.org/\"><trace>";
        assertThatThrownBy(() -> XesSchema.check(xes)).isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> XesSchema.check("<log xmlns=\"http://www.xes-standard.org/\"/>"))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void who_goes_away_is_told_as_that() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        CaseRow row = new CaseRow(
                "CMP-2026-000001", "complaint", null, null, "x".repeat(20_000), "open", null, null, null, NOON, null);
        XesFile file = new XesFile(gone, BERLIN);
        XesTrace trace = new XesTrace(row, List.of(), Map.of(), "GBP");
        assertThatThrownBy(() -> {
                    file.begin("x", NOON);
                    file.trace(trace);
                    file.end();
                })
                .isInstanceOfAny(IOException.class, UncheckedIOException.class)
                .hasMessageContaining("Broken pipe");
    }

    private static Event event(Transition transition, Instant at, String resource) {
        return new Event(
                "Make the call", "Task_MakeCall", "a1", transition, at, resource, "retention", "recovery-call", 1, 5);
    }

    private static String written(XesTrace... traces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XesFile file = new XesFile(out, BERLIN);
        file.begin("Cases", NOON);
        for (XesTrace trace : traces) {
            file.trace(trace);
        }
        file.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
