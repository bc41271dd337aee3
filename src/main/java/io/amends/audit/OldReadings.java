package io.amends.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes passwords out of what auditors opened, for lines from before {@link AskedWords} left them out. */
@Component
class OldReadings implements JavaMigration {

    /** Wide enough for all that may tell; what is to go decides {@link AskedWords}. */
    private static final String SUSPECTS = "select id, address, terms from reading where terms is not null and ("
            + "lower(terms) like '%pass%' or lower(terms) like '%pw%' or lower(terms) like '%secret%'"
            + " or lower(terms) like '%credential%' or lower(terms) like '%token%' or lower(terms) like '%key%'"
            + " or lower(terms) like '%authorization%' or lower(terms) like '%bearer%' or terms like '%\\u%' escape '!'"
            + " or lower(address) like '%credential%' or lower(address) like '%/identity/%'"
            + " or lower(address) like '%/user/create%' or lower(address) like '%/setup/%'"
            + " or lower(address) like '%/login%' or lower(address) like '%sign-in%' or lower(address) like '%password%')";

    private static final int AT_ONCE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("97");
    }

    @Override
    public String getDescription() {
        return "audit no passwords in readings";
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
        clean(context.getConnection());
    }

    static void clean(Connection database) throws SQLException {
        try (Statement all = database.createStatement();
                PreparedStatement change = database.prepareStatement("update reading set terms = ? where id = ?")) {
            // else the driver holds all lines at once
            all.setFetchSize(AT_ONCE);
            ResultSet reading = all.executeQuery(SUSPECTS);
            while (reading.next()) {
                String kept = AskedWords.ofOld(reading.getString("address"), reading.getString("terms"));
                if (!Objects.equals(kept, reading.getString("terms"))) {
                    change.setString(1, kept);
                    change.setLong(2, reading.getLong("id"));
                    change.executeUpdate();
                }
            }
        }
    }
}
