package io.amends.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks cases from before there were marks, from the clocks and from what the engine kept of them. A new database has no engine
 * yet when it is migrated, and no old case.
 */
@Component
class OldMarks implements JavaMigration {

    private static final String INTO = "insert into case_mark (case_number, kind, mark, opened_at) ";

    private static final String CLOCKS = INTO + """
            select distinct f.case_number, 'clock', 'clock:' || regexp_replace(c.name, '-[0-9]+$', ''), f.opened_at
            from (select case_number, name from case_clock where breached_at is not null
                union select case_number, name from case_clock_change where breached_at is not null) c
            join case_file f on f.case_number = c.case_number""";

    private static final String GROUPS = INTO + """
            select distinct f.case_number, 'group', 'group:' || l.GROUP_ID_, f.opened_at
            from ACT_HI_IDENTITYLINK l
            join ACT_HI_PROCINST p on p.ID_ = l.ROOT_PROC_INST_ID_
            join case_file f on f.case_number = p.BUSINESS_KEY_
            where l.TYPE_ = 'candidate' and l.OPERATION_TYPE_ = 'add' and l.TASK_ID_ is not null and l.GROUP_ID_ is not null""";

    private static final String DECISIONS = INTO + """
            select distinct f.case_number, 'decision', 'decision:' || d.DEC_DEF_KEY_ || '=' || case o.VAR_TYPE_ when 'string' then o.TEXT_
                when 'boolean' then case when o.LONG_ = 1 then 'true' else 'false' end else cast(o.LONG_ as varchar(20)) end,
                f.opened_at
            from ACT_HI_DEC_OUT o
            join ACT_HI_DECINST d on d.ID_ = o.DEC_INST_ID_
            join ACT_HI_PROCINST p on p.ID_ = d.PROC_INST_ID_
            join case_file f on f.case_number = p.BUSINESS_KEY_
            where (o.VAR_TYPE_ = 'string' and length(o.TEXT_) between 1 and 60 and o.TEXT_ not like '% %')
                or o.VAR_TYPE_ = 'boolean'
                or (o.VAR_TYPE_ in ('integer', 'long') and not exists (select 1 from ACT_HI_DEC_OUT other
                    where other.DEC_INST_ID_ = o.DEC_INST_ID_ and other.VAR_NAME_ <> o.VAR_NAME_))""";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("82.1");
    }

    @Override
    public String getDescription() {
        return "audit marks of old cases";
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
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(CLOCKS);
            if (hasEngine(database)) {
                statement.executeUpdate(GROUPS);
                statement.executeUpdate(DECISIONS);
            }
        }
    }

    private static boolean hasEngine(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet tables = statement.executeQuery("select count(*) from information_schema.tables"
                        + " where upper(table_name) = 'ACT_HI_DECINST' and table_schema = current_schema")) {
            return tables.next() && tables.getInt(1) > 0;
        }
    }
}
