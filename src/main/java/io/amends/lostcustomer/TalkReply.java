package io.amends.lostcustomer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a lost customer answered to the letter that reached them where a call did not (L-8).
 *
 * @param callOn the day for a call, or null for any
 * @param phone the number for it as they typed it, or null for the one that we know
 * @param words of their own, or null
 */
record TalkReply(
        Wish wish,
        @Nullable LocalDate callOn,
        @Nullable String phone,
        @Nullable String words,
        Instant at) {

    /** What they wish. */
    enum Wish {
        CALL_ME("not-reached"),
        COME_BACK("interested"),
        FIX_FIRST("wants-fix"),
        NO_THANKS("refuses");

        private final String talkResult;

        Wish(String talkResult) {
            this.talkResult = talkResult;
        }

        /** What a call with the same answer would have come to. */
        String talkResult() {
            return talkResult;
        }

        /** As pages and tables name it, such as {@code call-me}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for any other word */
        static Wish of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no wish"));
        }
    }
}
