package io.amends.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register in our own tables; every change of state is one conditional statement, so that the first one wins. */
@Repository
class JdbcCaseFiles implements CaseFiles {

    static final String COLUMNS =
            "case_number, process_key, process_instance_id, customer_number, subject, state, outcome,"
                    + " owner_id, severity, opened_at, closed_at";

    private static final Map<String, String> SEEN_FROM_THERE = Map.of("repeat-of", "repeated-by");
    /** What a list in one statement may hold. */
    private static final int AT_ONCE = 1_000;

    private static final Set<String> PREFIXES = Set.of("CMP", "LCR", "MCR");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCaseFiles(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String open(
            String prefix, String processKey, String subject, @Nullable String customerNumber, Instant openedAt) {
        String caseNumber = nextNumber(prefix);
        jdbc.sql("insert into case_file (case_number, process_key, customer_number, subject, state, opened_at)"
                        + " values (?, ?, ?, ?, 'open', ?)")
                .params(caseNumber, processKey, customerNumber, subject, utc(openedAt))
                .update();
        addWords(caseNumber, SearchWords.of(caseNumber, subject, customerNumber), false);
        return caseNumber;
    }

    @Override
    @Transactional
    public void describeParty(String caseNumber, String name, @Nullable String mail) {
        jdbc.sql("update case_file set party_name = ?, party_mail = ? where case_number = ?")
                .params(name, mail, caseNumber)
                .update();
        jdbc.sql("delete from case_word where case_number = ? and not matter")
                .param(caseNumber)
                .update();
        CaseFile file = find(caseNumber).orElseThrow();
        addNew(caseNumber, SearchWords.of(caseNumber, file.subject(), file.customerNumber(), name, mail));
    }

    @Override
    @Transactional
    public void describeMatter(String caseNumber, @Nullable String... texts) {
        Set<String> words = SearchWords.ofMatter(texts);
        Set<String> known = new HashSet<>(wordsOf(caseNumber));
        known.retainAll(words);
        if (!known.isEmpty()) {
            // what was told stays, also where it is the name of somebody who turns out to be another
            jdbc.sql("update case_word set matter = true where case_number = :case and word in (:words)")
                    .param("case", caseNumber)
                    .param("words", known)
                    .update();
        }
        words.removeAll(known);
        addWords(caseNumber, words, true);
    }

    @Override
    public void started(String caseNumber, String processInstanceId) {
        jdbc.sql("update case_file set process_instance_id = ? where case_number = ?")
                .params(processInstanceId, caseNumber)
                .update();
    }

    @Override
    public Optional<CaseFile> find(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from case_file where case_number = ?")
                .param(caseNumber)
                .query(JdbcCaseFiles::file)
                .optional();
    }

    @Override
    public List<CaseFile> openCasesOf(String customerNumber, String processKey) {
        return jdbc.sql("select " + COLUMNS + " from case_file where customer_number = ? and process_key = ?"
                        + " and state = 'open' order by opened_at desc, case_number desc")
                .params(customerNumber, processKey)
                .query(JdbcCaseFiles::file)
                .list();
    }

    @Override
    public Set<String> withOpenCases(Collection<String> customerNumbers, String processKey) {
        List<String> all = new ArrayList<>(customerNumbers);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(jdbc.sql("select distinct customer_number from case_file where customer_number in (:numbers)"
                            + " and process_key = :process and state = 'open'")
                    .param("numbers", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .param("process", processKey)
                    .query(String.class)
                    .list());
        }
        return found;
    }

    @Override
    public List<CaseFile> casesOf(String customerNumber) {
        return jdbc.sql("select " + COLUMNS + " from case_file where customer_number = ?"
                        + " order by opened_at desc, case_number desc")
                .param(customerNumber)
                .query(JdbcCaseFiles::file)
                .list();
    }

    @Override
    @Transactional
    public void identify(String caseNumber, String customerNumber) {
        jdbc.sql("update case_file set customer_number = ? where case_number = ?")
                .params(customerNumber, caseNumber)
                .update();
        addNew(caseNumber, SearchWords.of(customerNumber));
        events.publishEvent(new CaseIdentified(caseNumber, customerNumber));
    }

    @Override
    public void takeOwnership(String caseNumber, String userId) {
        jdbc.sql("update case_file set owner_id = ? where case_number = ? and owner_id is null")
                .params(userId, caseNumber)
                .update();
    }

    @Override
    public void giveBackOwnership(String caseNumber, String userId) {
        jdbc.sql("update case_file set owner_id = null where case_number = ? and owner_id = ?")
                .params(caseNumber, userId)
                .update();
    }

    @Override
    @Transactional
    public Optional<Handover> handOver(String caseNumber, String newOwner, String reason, @Nullable String askedBy) {
        String owner = jdbc.sql(
                        "select owner_id from case_file where case_number = ? and owner_id is not null for update")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("Nobody owns the case " + caseNumber));
        if (owner.equals(newOwner)) {
            return Optional.empty();
        }
        Handover handover = new Handover(
                handovers(caseNumber).size() + 1,
                owner,
                newOwner,
                reason,
                askedBy,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        jdbc.sql("insert into case_handover (case_number, handover_number, from_owner, to_owner, reason, asked_by,"
                        + " handed_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(caseNumber, handover.number(), owner, newOwner, reason, askedBy, utc(handover.at()))
                .update();
        jdbc.sql("update case_file set owner_id = ? where case_number = ?")
                .params(newOwner, caseNumber)
                .update();
        return Optional.of(handover);
    }

    @Override
    public List<Handover> handovers(String caseNumber) {
        return jdbc.sql("select handover_number, from_owner, to_owner, reason, asked_by, handed_at from case_handover"
                        + " where case_number = ? order by handover_number")
                .param(caseNumber)
                .query((row, n) -> new Handover(
                        row.getInt("handover_number"),
                        row.getString("from_owner"),
                        row.getString("to_owner"),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        Objects.requireNonNull(instant(row, "handed_at"))))
                .list();
    }

    @Override
    public void setSeverity(String caseNumber, String severity) {
        jdbc.sql("update case_file set severity = ? where case_number = ?")
                .params(severity, caseNumber)
                .update();
    }

    @Override
    public void markUnanswered(String caseNumber) {
        jdbc.sql("update case_file set state = 'unanswered', outcome = 'unanswered', closed_at = ?"
                        + " where case_number = ? and state = 'open'")
                .params(utc(clock.instant()), caseNumber)
                .update();
    }

    @Override
    @Transactional
    public void reopen(String caseNumber) {
        jdbc.sql("update case_file set state = 'open', outcome = null, closed_at = null"
                        + " where case_number = ? and state <> 'open'")
                .param(caseNumber)
                .update();
        events.publishEvent(new CaseChanged(caseNumber, "reopened"));
    }

    @Override
    @Transactional
    public void close(String caseNumber, String outcome) {
        int closed = jdbc.sql("update case_file set state = 'closed', outcome = ?, closed_at = ?"
                        + " where case_number = ? and state <> 'closed'")
                .params(outcome, utc(clock.instant()), caseNumber)
                .update();
        if (closed == 1) {
            find(caseNumber)
                    .ifPresent(file -> events.publishEvent(new CaseClosed(caseNumber, file.processKey(), outcome)));
        }
    }

    @Override
    @Transactional
    public void link(String caseNumber, String otherCaseNumber, String kind) {
        linkOneWay(caseNumber, otherCaseNumber, kind);
        linkOneWay(otherCaseNumber, caseNumber, SEEN_FROM_THERE.getOrDefault(kind, kind));
        events.publishEvent(new CaseChanged(caseNumber, "linked"));
        events.publishEvent(new CaseChanged(otherCaseNumber, "linked"));
    }

    @Override
    public Optional<String> mailOf(String caseNumber) {
        return jdbc.sql("select party_mail from case_file where case_number = ? and party_mail is not null")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    List<CaseLink> linksOf(String caseNumber) {
        return jdbc.sql("select other_case_number, kind from case_link where case_number = ?"
                        + " order by linked_at, other_case_number")
                .param(caseNumber)
                .query((row, n) -> new CaseLink(row.getString(1), row.getString(2)))
                .list();
    }

    /** Name of the customer as it stands in the register, which knows it before the customer is identified. */
    Optional<String> partyOf(String caseNumber) {
        return jdbc.sql("select party_name from case_file where case_number = ? and party_name is not null")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    static CaseFile file(ResultSet row, int rowNumber) throws SQLException {
        return new CaseFile(
                row.getString("case_number"),
                row.getString("process_key"),
                row.getString("process_instance_id"),
                row.getString("customer_number"),
                row.getString("subject"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("owner_id"),
                row.getString("severity"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "closed_at"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String nextNumber(String prefix) {
        if (!PREFIXES.contains(prefix)) {
            throw new IllegalArgumentException("There is no kind of case with the prefix '" + prefix + "'");
        }
        Instant now = clock.instant();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into case_number_" + prefix.toLowerCase(Locale.ROOT) + " (opened_at) values (?)")
                .param(utc(now))
                .update(key, "id");
        long serial = Objects.requireNonNull(key.getKey()).longValue();
        return "%s-%d-%06d".formatted(prefix, now.atZone(clock.getZone()).getYear(), serial);
    }

    private void linkOneWay(String from, String to, String kind) {
        jdbc.sql("insert into case_link (case_number, other_case_number, kind, linked_at)"
                        + " select f.case_number, cast(? as varchar(20)), cast(? as varchar(40)),"
                        + " cast(? as timestamp with time zone) from case_file f where f.case_number = ?"
                        + " and not exists (select 1 from case_link l where l.case_number = f.case_number"
                        + " and l.other_case_number = ? and l.kind = ?)")
                .params(to, kind, utc(clock.instant()), from, to, kind)
                .update();
    }

    private List<String> wordsOf(String caseNumber) {
        return jdbc.sql("select word from case_word where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private void addNew(String caseNumber, Set<String> words) {
        words.removeAll(wordsOf(caseNumber));
        addWords(caseNumber, words, false);
    }

    private void addWords(String caseNumber, Collection<String> words, boolean matter) {
        batches.batchUpdate(
                "insert into case_word (case_number, word, stem, matter) values (?, ?, ?, ?)",
                words.stream()
                        .map(word -> new Object[] {caseNumber, word, SearchWords.stem(word), matter})
                        .toList());
    }
}
