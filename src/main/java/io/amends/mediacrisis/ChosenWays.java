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
     * @param recipients ids of those people of the media register whom this way is meant for
     */
    record ChosenWay(int index, String way, List<String> recipients) {}

    /** In the order in which they were chosen. */
    List<ChosenWay> of(String caseNumber, int messageVersion) {
        return jdbc.sql("select place, way from chosen_way where case_number = ? and version = ? order by place")
                .params(caseNumber, messageVersion)
                .query((row, n) -> new ChosenWay(
                        row.getInt("place"),
                        row.getString("way"),
                        recipients(caseNumber, messageVersion, row.getInt("place"))))
                .list();
    }

    /** The ways that stand in one place, one for each version of the messages, oldest first. */
    List<String> at(String caseNumber, long place) {
        return jdbc.sql("select way from chosen_way where case_number = ? and place = ? order by version")
                .params(caseNumber, place)
                .query(String.class)
                .list();
    }

    private List<String> recipients(String caseNumber, int messageVersion, int place) {
        return jdbc.sql("select person_id from chosen_way_recipient where case_number = ? and version = ? and place = ?"
                        + " order by person_id")
                .params(caseNumber, messageVersion, place)
                .query(String.class)
                .list();
    }

    /** Instead of what was chosen for that version before. */
    void choose(String caseNumber, int messageVersion, List<ChosenWay> ways) {
        for (String table : List.of("chosen_way", "chosen_way_recipient")) {
            jdbc.sql("delete from " + table + " where case_number = ? and version = ?")
                    .params(caseNumber, messageVersion)
                    .update();
        }
        for (ChosenWay way : ways) {
            jdbc.sql("insert into chosen_way (case_number, version, place, way) values (?, ?, ?, ?)")
                    .params(caseNumber, messageVersion, way.index(), way.way())
                    .update();
            way.recipients().stream().distinct().forEach(person -> jdbc.sql(
                            "insert into chosen_way_recipient (case_number, version, place, person_id) values (?, ?, ?, ?)")
                    .params(caseNumber, messageVersion, way.index(), person)
                    .update());
        }
    }
}
