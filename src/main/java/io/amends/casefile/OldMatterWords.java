package io.amends.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes cases from before found by their matter, as {@link CaseFiles#describeMatter} does for those that come. */
@Component
class OldMatterWords implements JavaMigration {

    private static final String TOLD = """
            select case_number, product, narrative, wish from complaint
            union all select case_number, note, null, null from lost_customer
            union all select case_number, claim, null, null from media_event
            order by 1""";

    // a word that is also the name stays when the name turns out to be another
    private static final String KEEP = "update case_word set matter = true where case_number = ? and word = ?";

    private static final String ADD = "insert into case_word (case_number, word, stem, matter)"
            + " select f.case_number, cast(? as varchar(320)), cast(? as varchar(3)), true from case_file f"
            + " where f.case_number = ? and not exists (select 1 from case_word w"
            + " where w.case_number = f.case_number and w.word = ?)";

    private static final int AT_ONCE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("94.1");
    }

    @Override
    public String getDescription() {
        return "casefile words of old matters";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        fill(context.getConnection());
    }

    static void fill(Connection database) throws SQLException {
        try (Statement asks = database.createStatement();
                PreparedStatement keeps = database.prepareStatement(KEEP);
                PreparedStatement adds = database.prepareStatement(ADD)) {
            // else the driver holds what all customers ever told at once
            asks.setFetchSize(AT_ONCE);
            fill(asks, keeps, adds);
        }
    }

    private static void fill(Statement asks, PreparedStatement keeps, PreparedStatement adds) throws SQLException {
        try (ResultSet told = asks.executeQuery(TOLD)) {
            int waiting = 0;
            while (told.next()) {
                for (String word : words(told)) {
                    keeps.setString(1, told.getString(1));
                    keeps.setString(2, word);
                    keeps.addBatch();
                    adds.setString(1, word);
                    adds.setString(2, SearchWords.stem(word));
                    adds.setString(3, told.getString(1));
                    adds.setString(4, word);
                    adds.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        keeps.executeBatch();
                        adds.executeBatch();
                    }
                }
            }
            keeps.executeBatch();
            adds.executeBatch();
        }
    }

    private static Set<String> words(ResultSet told) throws SQLException {
        Set<String> words = SearchWords.ofMatter(told.getString(2), told.getString(3), told.getString(4));
        // what was erased is no word of anybody
        words.remove(CaseTables.MARKER);
        return words;
    }
}
