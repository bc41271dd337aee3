package io.amends.mediacrisis;

import java.util.List;

/** What was decided before anybody speaks: the messages, the ways and the people (M-7, M-10). */
interface WaysToSpeak {

    /** @param recipients ids of people of the media register */
    record Way(int index, SpeakingWay way, List<String> recipients) {}

    /** In the order in which they were chosen. */
    List<Way> ways(String caseNumber, int messageVersion);

    /** The core messages of the last version, in order. */
    List<String> messages(String caseNumber);

    /** @throws IllegalStateException when no such way was chosen */
    default Way way(String caseNumber, int messageVersion, int index) {
        return ways(caseNumber, messageVersion).stream()
                .filter(way -> way.index() == index)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The case " + caseNumber + " has no way " + index + " to speak of version " + messageVersion));
    }
}
