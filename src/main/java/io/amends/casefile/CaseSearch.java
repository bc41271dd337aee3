package io.amends.casefile;

import io.amends.web.ListPlace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases in the register, newest first. */
@Repository
class CaseSearch {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final CaseAccess access;

    CaseSearch(JdbcClient jdbc, CaseAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    Result find(CaseQuery query, Reader reader) {
        StringBuilder sql = new StringBuilder("select f.party_name, " + columns() + " from case_file f where 1 = 1");
        List<Object> params = new ArrayList<>();
        for (String word : SearchWords.asked(query.text())) {
            WordCondition has = WordCondition.of(word);
            sql.append(" and ").append(has.sql());
            params.addAll(has.params());
        }
        equal(sql, params, "f.state", query.state());
        equal(sql, params, "f.severity", query.severity());
        equal(sql, params, "f.owner_id", query.mine() ? reader.userId() : query.owner());
        access.narrow(sql, params, reader);
        query.lastSeen().ifPresent(last -> {
            sql.append(" and (f.opened_at, f.case_number) < (?, ?)");
            params.add(JdbcCaseFiles.utc(last.at()));
            params.add(last.number());
        });
        sql.append(" order by f.opened_at desc, f.case_number desc limit ").append(PAGE + 1);
        List<CaseHit> hits = jdbc.sql(sql.toString())
                .params(params)
                .query((row, n) -> new CaseHit(JdbcCaseFiles.file(row, n), row.getString("party_name")))
                .list();
        return new Result(hits.subList(0, Math.min(PAGE, hits.size())), hits.size() > PAGE);
    }

    private static String columns() {
        return "f." + JdbcCaseFiles.COLUMNS.replace(", ", ", f.");
    }

    private static void equal(StringBuilder sql, List<Object> params, String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    /** One page of hits. */
    record Result(List<CaseHit> hits, boolean more) {

        /** Where the next page goes on. */
        String last() {
            if (hits.isEmpty()) {
                return "";
            }
            CaseFile file = hits.get(hits.size() - 1).file();
            return new ListPlace(file.openedAt(), file.number()).toString();
        }
    }
}
