package io.amends.mediacrisis;

import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to speak and the messages as they were decided and approved. */
@Component
class DecidedWays implements WaysToSpeak {

    private final ChosenWays ways;
    private final CoreMessages messages;

    DecidedWays(ChosenWays ways, CoreMessages messages) {
        this.ways = ways;
        this.messages = messages;
    }

    @Override
    public List<Way> ways(String caseNumber, int messageVersion) {
        return ways.of(caseNumber, messageVersion).stream()
                .map(way -> new Way(way.index(), SpeakingWay.of(way.way()), way.recipients()))
                .toList();
    }

    @Override
    public List<String> messages(String caseNumber) {
        return messages.of(caseNumber).stream()
                .map(CoreMessages.CoreMessage::message)
                .toList();
    }
}
