package io.amends.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is deployed, from the engine's own tables: the door has said who may read it. */
@Repository
class ModelTable {

    private final JdbcClient jdbc;

    ModelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest version of each, by key. */
    List<Version> latest(Kind kind) {
        return jdbc.sql(select(kind) + " join (select KEY_, max(VERSION_) as newest from " + kind.table()
                        + " group by KEY_) l on l.KEY_ = d.KEY_ and l.newest = d.VERSION_ order by d.KEY_")
                .query(ModelTable::version)
                .list();
    }

    /** The version in which each file was changed last, by key; without those of which that was not kept. */
    List<Version> lastChanged(Kind kind) {
        return jdbc.sql(select(kind)
                        + " join (select v.KEY_, max(v.VERSION_) as newest from " + kind.table()
                        + " v join model_file c on c.deployment_id = v.DEPLOYMENT_ID_ and c.file_name = v.RESOURCE_NAME_"
                        + " where c.fate <> 'same' group by v.KEY_) l on l.KEY_ = d.KEY_ and l.newest = d.VERSION_"
                        + " order by d.KEY_")
                .query(ModelTable::version)
                .list();
    }

    /** All versions of one, the newest first. */
    List<Version> versions(Kind kind, String key) {
        return jdbc.sql(select(kind) + " where d.KEY_ = ? order by d.VERSION_ desc")
                .param(key)
                .query(ModelTable::version)
                .list();
    }

    /** What these deployments changed of a kind, by key; a deployment that is not on record changed nothing that is known. */
    List<Version> changedIn(Kind kind, Collection<String> deploymentIds) {
        return deploymentIds.isEmpty()
                ? List.of()
                : jdbc.sql(select(kind) + " where d.DEPLOYMENT_ID_ in (:ids) and f.fate <> 'same' order by d.KEY_")
                        .param("ids", deploymentIds)
                        .query(ModelTable::version)
                        .list();
    }

    Optional<Version> version(Kind kind, String key, int number) {
        return jdbc.sql(select(kind) + " where d.KEY_ = ? and d.VERSION_ = ?")
                .param(key)
                .param(number)
                .query(ModelTable::version)
                .optional();
    }

    private static String select(Kind kind) {
        return "select d.ID_, d.KEY_, " + (kind.named() ? "d.NAME_" : "d.KEY_") + " as title, d.VERSION_,"
                + " d.RESOURCE_NAME_, d.DEPLOYMENT_ID_, coalesce(m.deployed_at, p.DEPLOY_TIME_) as at, m.deployed_by,"
                + " m.way, m.note, f.fate from " + kind.table() + " d"
                + " join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
                + " left join model_deployment m on m.deployment_id = d.DEPLOYMENT_ID_"
                + " left join model_file f on f.deployment_id = d.DEPLOYMENT_ID_ and f.file_name = d.RESOURCE_NAME_";
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        String title = row.getString("title");
        String note = row.getString("note");
        return new Version(
                row.getInt("VERSION_"),
                row.getString("ID_"),
                row.getString("KEY_"),
                title == null || title.isBlank() ? row.getString("KEY_") : title.strip(),
                row.getString("RESOURCE_NAME_"),
                row.getString("DEPLOYMENT_ID_"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("deployed_by"),
                row.getString("way"),
                note == null ? "" : note,
                !"same".equals(row.getString("fate")));
    }
}
