package io.amends.mediacrisis;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How we speak and to whom, for each version of the messages (M-10). */
@Repository
class ChosenWays {

    private final JdbcClient jdbc;

    ChosenWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One way to speak.
     *
     * @param index from 0, as the process counts
     * @param way such as {@code press-release}
     * @param recipients ids of people of the media register
     */
    record ChosenWay(int index, String way, List<String> recipients) {}

    /** In the order in which they were chosen. */
    List<ChosenWay> of(String caseNumber, int messageVersion) {
        List<String> recipients = jdbc.sql(
                        "select person_id from chosen_recipient where case_number = ? and version = ? order by person_id")
                .params(caseNumber, messageVersion)
                .query(String.class)
                .list();
        return jdbc.sql("select place, way from chosen_way where case_number = ? and version = ? order by place")
                .params(caseNumber, messageVersion)
                .query((row, n) -> new ChosenWay(row.getInt("place"), row.getString("way"), recipients))
                .list();
    }

    /** Instead of what was chosen for that version before. */
    void choose(String caseNumber, int messageVersion, List<String> ways, List<String> recipients) {
        for (String table : List.of("chosen_way", "chosen_recipient")) {
            jdbc.sql("delete from " + table + " where case_number = ? and version = ?")
                    .params(caseNumber, messageVersion)
                    .update();
        }
        for (int i = 0; i < ways.size(); i++) {
            jdbc.sql("insert into chosen_way (case_number, version, place, way) values (?, ?, ?, ?)")
                    .params(caseNumber, messageVersion, i, ways.get(i))
                    .update();
        }
        recipients.stream().distinct().forEach(person -> jdbc.sql(
                        "insert into chosen_recipient (case_number, version, person_id) values (?, ?, ?)")
                .params(caseNumber, messageVersion, person)
                .update());
    }
}
