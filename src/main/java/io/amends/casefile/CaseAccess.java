package io.amends.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read a case and who may act on it. The rule is ours and decides before the engine is asked; people outside the
 * complaint's own line read only cases in which they have, or had, a task.
 */
@Component
class CaseAccess {

    private static final Logger LOG = LoggerFactory.getLogger(CaseAccess.class);
    private static final Set<String> READ_ALL = Set.of(
            "service-agents",
            "team-leads",
            "service-managers",
            "directors",
            "auditors",
            "process-owners",
            "camunda-admin");
    private static final Set<String> ACT =
            Set.of("service-agents", "team-leads", "service-managers", "directors", "camunda-admin");

    /** Whose work a kind of case is: they read and act on all of its cases, and on no other kind. */
    private static final Map<String, String> DESKS =
            Map.of("retention", "lost-customer", "communications", "media-crisis");

    /** Who may also open the mail that is on no case; the door to its pages says the same. */
    private static final Set<String> MAIL =
            Set.of("service-agents", "team-leads", "service-managers", "directors", "auditors");

    /** Who may also open the pages of customers; the door to them says the same. */
    private static final Set<String> CUSTOMERS =
            Set.of("service-agents", "team-leads", "service-managers", "directors", "retention", "auditors");

    private final JdbcClient jdbc;

    CaseAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case, or empty both when there is none and when it is none of the reader's business. */
    Optional<CaseFile> read(String caseNumber, Reader reader) {
        StringBuilder sql =
                new StringBuilder("select " + JdbcCaseFiles.COLUMNS + " from case_file f where f.case_number = ?");
        List<Object> params = new ArrayList<>(List.of(caseNumber));
        narrow(sql, params, reader);
        Optional<CaseFile> file = jdbc.sql(sql.toString())
                .params(params)
                .query(JdbcCaseFiles::file)
                .optional();
        if (file.isEmpty()) {
            LOG.info(
                    "{} was refused a case that does not exist or is not theirs",
                    reader.userId().replaceAll("\\p{Cntrl}", "?"));
        }
        return file;
    }

    boolean mayAct(Reader reader, CaseFile file) {
        boolean acts = reader.anyOf(ACT) || desks(reader).contains(file.processKey());
        return acts && !reader.groups().contains("auditors");
    }

    private static List<String> desks(Reader reader) {
        return reader.groups().stream().map(DESKS::get).filter(Objects::nonNull).toList();
    }

    boolean opensMail(Reader reader) {
        return reader.anyOf(MAIL);
    }

    boolean opensCustomers(Reader reader) {
        return reader.anyOf(CUSTOMERS);
    }

    /** Adds to a search over {@code case_file f} what the reader may see. */
    void narrow(StringBuilder sql, List<Object> params, Reader reader) {
        if (reader.anyOf(READ_ALL)) {
            return;
        }
        sql.append(" and (exists (select 1 from ACT_HI_TASKINST t where t.ROOT_PROC_INST_ID_ = f.process_instance_id"
                + " and t.ASSIGNEE_ = ?)");
        params.add(reader.userId());
        desks(reader).forEach(desk -> {
            sql.append(" or f.process_key = ?");
            params.add(desk);
        });
        if (!reader.groups().isEmpty()) {
            sql.append(" or exists (select 1 from ACT_HI_IDENTITYLINK l"
                            + " where l.ROOT_PROC_INST_ID_ = f.process_instance_id and l.TYPE_ = 'candidate'"
                            + " and l.GROUP_ID_ in (")
                    .append(String.join(
                            ", ", Collections.nCopies(reader.groups().size(), "?")))
                    .append("))");
            params.addAll(reader.groups());
        }
        if (reader.groups().contains("communications")) {
            sql.append(" or exists (select 1 from letter w where w.case_number = f.case_number"
                    + " and w.letter = 'media-warning')");
        }
        sql.append(")");
    }
}
