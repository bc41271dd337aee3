package io.amends.mediacrisis;

import java.util.List;

/** What fields of a media event may hold. */
final class MediaEventValues {

    /** What people and tools report; a {@code threat} comes from a complaint only. */
    static final List<String> KINDS = List.of("mention", NewMediaEvent.CALL);

    static final List<String> REACHES = List.of("local", "regional", "national", "international");
    static final List<String> TONES = List.of("neutral", "critical", "hostile");
    static final List<String> TRUTHS = List.of("true", "unclear", "false");
    static final List<String> SPREADS = List.of("few", "growing", "wide");

    private MediaEventValues() {}
}
