package io.amends.models;

import io.amends.modeling.DeployedModels;
import io.amends.modeling.ModelFileSet;
import io.amends.modeling.ModelRecord;
import io.amends.modeling.ModelWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who deployed what (table {@code model_deployment}); written in the transaction of the deployment. */
@Repository
class DeploymentTable implements ModelRecord {

    /** Characters of a reason. */
    static final int LONGEST_NOTE = 500;

    private static final int LONGEST_USER = 64;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    DeploymentTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * One deployment.
     *
     * @param by user id, or null for the house
     */
    record Row(
            long seq,
            String deploymentId,
            Instant at,
            @Nullable String by,
            String way,
            String note) {}

    /** @param fate new, changed or gone */
    record ChangedFile(String name, String fate) {}

    @Override
    public void deployed(DeployedModels models) {
        jdbc.sql("insert into model_deployment (deployment_id, deployed_at, deployed_by, way, note)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        models.deploymentId(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        cut(models.by(), LONGEST_USER),
                        models.way().code(),
                        cut(models.note(), LONGEST_NOTE))
                .update();
        SortedSet<String> names = new TreeSet<>(models.files().keySet());
        names.addAll(models.before().keySet());
        List<Object[]> rows = new ArrayList<>();
        for (String name : names) {
            byte[] now = models.files().get(name);
            byte[] before = models.before().get(name);
            byte[] either = Objects.requireNonNull(now == null ? before : now);
            rows.add(new Object[] {models.deploymentId(), name, ModelFileSet.hash(either), fate(before, now)});
        }
        batches.batchUpdate(
                "insert into model_file (deployment_id, file_name, sha256, fate) values (?, ?, ?, ?)", rows);
        if (models.way() == ModelWay.FOLDER) {
            takenUp(models);
        }
    }

    /** What somebody took up from the folder the folder has brought, so that its next change counts at a start. */
    private void takenUp(DeployedModels models) {
        models.files().forEach((name, content) -> {
            if (!Arrays.equals(models.before().get(name), content)) {
                jdbc.sql("delete from model_offered where file_name = ?")
                        .param(name)
                        .update();
                jdbc.sql("insert into model_offered (file_name, sha256, held) values (?, ?, false)")
                        .params(name, ModelFileSet.hash(content))
                        .update();
            }
        });
    }

    private static String fate(byte @Nullable [] before, byte @Nullable [] now) {
        if (before == null) {
            return "new";
        }
        return now == null ? "gone" : Arrays.equals(before, now) ? "same" : "changed";
    }

    @Override
    public Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        jdbc.sql("select file_name, sha256 from model_offered").query(row -> {
            offered.put(row.getString("file_name"), row.getString("sha256"));
        });
        return offered;
    }

    @Override
    public Set<String> held() {
        return new TreeSet<>(jdbc.sql("select file_name from model_offered where held = true")
                .query(String.class)
                .list());
    }

    @Override
    @Transactional
    public void offered(Map<String, String> hashes, Set<String> held) {
        jdbc.sql("delete from model_offered").update();
        List<Object[]> rows = new ArrayList<>();
        hashes.forEach((name, hash) -> rows.add(new Object[] {name, hash, held.contains(name)}));
        batches.batchUpdate("insert into model_offered (file_name, sha256, held) values (?, ?, ?)", rows);
    }

    Optional<Row> find(String deploymentId) {
        return jdbc.sql("select * from model_deployment where deployment_id = ?")
                .param(deploymentId)
                .query(DeploymentTable::row)
                .optional();
    }

    /** The newest first, older ones after {@code before}. */
    List<Row> newest(long before, int most) {
        return jdbc.sql("select * from model_deployment where seq < ? order by seq desc limit ?")
                .params(before, most)
                .query(DeploymentTable::row)
                .list();
    }

    /** What each of these deployments changed, by its id. */
    Map<String, List<ChangedFile>> changes(Collection<String> deploymentIds) {
        Map<String, List<ChangedFile>> changes = new HashMap<>();
        if (!deploymentIds.isEmpty()) {
            jdbc.sql("select deployment_id, file_name, fate from model_file where deployment_id in (:ids)"
                            + " and fate <> 'same' order by file_name")
                    .param("ids", deploymentIds)
                    .query(row -> {
                        changes.computeIfAbsent(row.getString("deployment_id"), id -> new ArrayList<>())
                                .add(new ChangedFile(row.getString("file_name"), row.getString("fate")));
                    });
        }
        return changes;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("seq"),
                row.getString("deployment_id"),
                row.getObject("deployed_at", OffsetDateTime.class).toInstant(),
                row.getString("deployed_by"),
                row.getString("way"),
                row.getString("note"));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
