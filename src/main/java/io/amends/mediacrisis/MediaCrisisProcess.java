package io.amends.mediacrisis;

import io.amends.modeling.Variable;

/** Names of the process {@code media-crisis} and of what it calls; each stands here once. */
final class MediaCrisisProcess {

    static final String KEY = "media-crisis";
    static final String PREFIX = "MCR";
    static final String COMMUNICATIONS = "communications";

    static final String HOLDING_STATEMENT = "holding-statement";
    static final String PUBLIC_UPDATE = "public-update";
    static final String RETURN_CALL = "return-call";

    static final String MEDIA_EVENT_REPORTED = "media-event-reported";
    static final String JOURNALIST_CALLED = "journalist-called";
    static final String LEVEL_CHANGED = "level-changed";
    static final String WATCH_LEVEL_CHANGED = "watch-level-changed";
    static final String ANSWER_TAKEN_BACK = "answer-taken-back";
    static final String REPORT_FOUND_WRONG = "report-found-wrong";
    static final String REPORT_CORRECTED = "report-corrected";
    static final String PUBLIC_UPDATE_DUE = "public-update-due";

    // what was reported and how bad it is (M-1, M-2)
    static final Variable<String> SUBJECT = Variable.of("subject", String.class);
    static final Variable<Long> EVENT_ID = Variable.of("eventId", Long.class);
    static final Variable<Boolean> SAFETY_RISK = Variable.of("safetyRisk", Boolean.class);
    static final Variable<String> REACH = Variable.of("reach", String.class);
    static final Variable<String> TONE = Variable.of("tone", String.class);
    static final Variable<String> TRUTH = Variable.of("truth", String.class);
    static final Variable<String> SPREAD = Variable.of("spread", String.class);
    static final Variable<Boolean> AUTHORITY = Variable.of("authority", Boolean.class);
    static final Variable<Integer> LEVEL = Variable.of("level", Integer.class);
    static final Variable<Boolean> EXERCISE = Variable.of("exercise", Boolean.class);
    /** What the table makes of the event that is being handled. */
    static final Variable<Integer> EVENT_LEVEL = Variable.of("eventLevel", Integer.class);
    /** Who says the level where it is noted: {@code first}, {@code event} or {@code person}. */
    static final Variable<String> LEVEL_BY = Variable.of("levelBy", String.class);
    /** Whether an answer was begun: from level 2 on. */
    static final Variable<Boolean> RESPONDING = Variable.of("responding", Boolean.class);

    /** Whether nobody outside the house has heard from us: such a case ends without stand-down and review. */
    static final Variable<Boolean> ONLY_WATCHED = Variable.of("onlyWatched", Boolean.class);

    // what is said at once (M-4, M-5)
    /** When the journalist's call must have been returned, as ISO moment. */
    static final Variable<String> CALL_UNTIL = Variable.of("callUntil", String.class);

    static final Variable<Boolean> PRESS_REACHED = Variable.of("pressReached", Boolean.class);
    static final Variable<Integer> STATEMENT_VERSION = Variable.of("statementVersion", Integer.class);

    // how it is answered (M-6 to M-9)
    static final Variable<String> RESPONSIBILITY = Variable.of("responsibility", String.class);
    static final Variable<Boolean> SEEN_BEFORE = Variable.of("seenBefore", Boolean.class);
    static final Variable<String> STANDING = Variable.of("standing", String.class);
    static final Variable<String> POSTURE = Variable.of("posture", String.class);
    static final Variable<String> PROPOSED_POSTURE = Variable.of("proposedPosture", String.class);
    static final Variable<String> SPOKESPERSON = Variable.of("spokesperson", String.class);
    static final Variable<Integer> MESSAGE_VERSION = Variable.of("messageVersion", Integer.class);
    /** Who wrote what is to be approved; that person does not approve it. */
    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);

    /** Whether what was written goes back; one who says so is enough. */
    static final Variable<Boolean> SENT_BACK = Variable.of("sentBack", Boolean.class);
    /** How many ways to speak were chosen (M-10). */
    static final Variable<Integer> WAYS = Variable.of("ways", Integer.class);

    // whether it is over (M-12, M-13)
    static final Variable<Integer> ROUND = Variable.of("round", Integer.class);
    static final Variable<Integer> CLEAN_ROUNDS = Variable.of("cleanRounds", Integer.class);
    static final Variable<Integer> EMPTY_ROUNDS = Variable.of("emptyRounds", Integer.class);
    static final Variable<String> WATCH_RESULT = Variable.of("watchResult", String.class);

    private MediaCrisisProcess() {}

    /** The clock that the step "Return the journalist's call" starts. */
    static String callClock(long event) {
        return RETURN_CALL + "-" + event;
    }
}
