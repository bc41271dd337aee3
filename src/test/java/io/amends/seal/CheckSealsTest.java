package io.amends.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that checks an export of the chain, run as its reader runs it. */
class CheckSealsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    Path folder;

    private final List<Seal> chain = new ArrayList<>();

    @BeforeEach
    void aChainOfFive() {
        seal("CMP-2026-000001", 1, "closed", record("CMP-2026-000001", "first"));
        seal("LCR-2026-000001", 1, "closed", record("LCR-2026-000001", "O'Brien \"the 张\""));
        seal("CMP-2026-000001", 2, "letter-bounced", record("CMP-2026-000001", "second"));
        seal("MCR-2026-000001", 1, "closed \"anew\" \\ 再", record("MCR-2026-000001", "x"));
        seal("CMP-2026-000002", 1, "closed", record("CMP-2026-000002", "y"));
    }

    @Test
    void a_whole_chain_is_intact() throws Exception {
        assertThat(check(lines(), head(5))).startsWith("0 Intact: 5 seals of 4 cases.");
        assertThat(check(lines(), head(3))).startsWith("0 ").contains("is in the chain");
        assertThat(check(lines(), null)).startsWith("0 ").contains("No head was given");
        assertThat(check(List.of(), null))
                .as("a download that failed")
                .startsWith("2 ")
                .contains("holds no seal");
    }

    @Test
    void an_edited_record_is_named() throws Exception {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("O'Brien", "O'Brian"));
        assertThat(check(lines, null)).startsWith("1 BROKEN: seal 2 (LCR-2026-000001, part 1): its record was changed");
    }

    @Test
    void an_edited_seal_is_named() throws Exception {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("2026-03-04", "2026-03-05"));
        assertThat(check(lines, null)).startsWith("1 BROKEN: seal 2").contains("its hash is another");
    }

    @Test
    void a_seal_that_was_made_anew_does_not_fit_the_next() throws Exception {
        Seal was = chain.get(1);
        String record = record(was.caseNumber(), "forged");
        chain.set(1, made(was.seq(), was.caseNumber(), was.part(), was.why(), record, was.previousHash()));
        assertThat(check(lines(), null)).startsWith("1 BROKEN: seal 3").contains("does not follow on seal 2");
    }

    @Test
    void a_deleted_seal_is_named() throws Exception {
        List<String> lines = lines();
        lines.remove(2);
        assertThat(check(lines, null)).startsWith("1 BROKEN: seal 3 is missing; the next is 4");
    }

    @Test
    void seals_that_changed_places_are_named() throws Exception {
        List<String> lines = lines();
        Collections.swap(lines, 1, 2);
        assertThat(check(lines, null)).startsWith("1 BROKEN: seal 2 is missing; the next is 3");
    }

    @Test
    void an_end_that_was_cut_off_is_found_by_the_head() throws Exception {
        String head = head(5);
        List<String> lines = lines().subList(0, 4);
        assertThat(check(lines, null)).startsWith("0 ");
        assertThat(check(lines, head))
                .startsWith("1 BROKEN: the chain ends with seal 4")
                .contains("cut off");
    }

    @Test
    void a_chain_that_was_made_anew_is_found_by_the_head() throws Exception {
        String head = head(5);
        chain.clear();
        for (int i = 1; i <= 5; i++) {
            seal("CMP-2026-00000" + i, 1, "closed", record("CMP-2026-00000" + i, "forged"));
        }
        assertThat(check(lines(), null)).startsWith("0 ");
        assertThat(check(lines(), head)).startsWith("1 BROKEN: seal 5").contains("made anew");
    }

    @Test
    void a_record_that_is_gone_needs_a_part_that_says_why() throws Exception {
        Seal gone = chain.get(4);
        chain.set(4, without(gone));
        assertThat(check(lines(), null)).startsWith("1 BROKEN: seal 5").contains("is gone");
        seal(gone.caseNumber(), 2, "deleted retention 7", CaseDocument.ofDeleted(gone.caseNumber(), "retention 7"));
        assertThat(check(lines(), head(6))).startsWith("0 Intact: 6 seals of 4 cases.");
    }

    @Test
    void what_cannot_be_checked_is_not_called_broken() throws Exception {
        assertThat(check(lines(), "5:abc")).startsWith("2 ").contains("is no head");
        assertThat(run("nothing.txt", null)).startsWith("2 ").contains("nothing.txt");
        assertThat(check(List.of("nonsense"), null)).startsWith("1 BROKEN").contains("columns");
    }

    private String head(int seq) {
        return seq + ":" + chain.get(seq - 1).hash();
    }

    private List<String> lines() {
        return new ArrayList<>(chain.stream().map(Seal::line).toList());
    }

    private static String record(String caseNumber, String words) {
        return Canonical.json(Map.of("case", caseNumber, "format", "1", "tables", Map.of("words", words)));
    }

    private void seal(String caseNumber, int part, String why, String record) {
        String before = chain.isEmpty()
                ? Seal.NOTHING_BEFORE
                : chain.get(chain.size() - 1).hash();
        chain.add(made(chain.size() + 1L, caseNumber, part, why, record, before));
    }

    private static Seal made(long seq, String caseNumber, int part, String why, String record, String before) {
        String recordHash = Canonical.hash(record);
        return new Seal(
                seq,
                caseNumber,
                part,
                NOON,
                why,
                record,
                recordHash,
                before,
                Seal.hash(seq, caseNumber, part, NOON, why, recordHash, before));
    }

    private static Seal without(Seal seal) {
        return new Seal(
                seal.seq(),
                seal.caseNumber(),
                seal.part(),
                seal.sealedAt(),
                seal.why(),
                null,
                seal.recordHash(),
                seal.previousHash(),
                seal.hash());
    }

    private String check(List<String> lines, @Nullable String head) throws Exception {
        Files.write(folder.resolve("seals.txt"), lines, StandardCharsets.UTF_8);
        return run("seals.txt", head);
    }

    /** Its exit code and what it says. */
    private String run(String file, @Nullable String head) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                Path.of("docs/seal-check/CheckSeals.java").toAbsolutePath().toString(),
                file));
        if (head != null) {
            command.add(head);
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + said;
    }
}
