package io.amends.lostcustomer;

import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.lostcustomer.TalkReply.Wish;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Call me, I would like to come back, put something right first, or no, thank you (L-8). */
@Component
class ComeBackLink implements LinkTarget {

    /** A day that nobody means in earnest is a slip of the finger. */
    private static final int DAYS_AHEAD = 366;

    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/.-]{4,38}");

    private final RecoveryTalk talk;
    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final LostCustomerVoice voice;
    private final Clock clock;

    ComeBackLink(
            RecoveryTalk talk,
            LostCustomers lostCustomers,
            CustomerDirectory customers,
            LostCustomerVoice voice,
            Clock clock) {
        this.talk = talk;
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.COME_BACK;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        if (!awaited(caseNumber)) {
            return LinkTarget.done(ALREADY);
        }
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "view",
                "come-back",
                "firstDay",
                today.toString(),
                "lastDay",
                today.plusDays(DAYS_AHEAD).toString());
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        LinkFields typed = new LinkFields(fields);
        Wish wish = wish(typed.required("wish"));
        boolean call = wish == Wish.CALL_ME;
        LocalDate callOn = call ? day(typed.text("callOn")) : null;
        String phone = call ? phone(typed.text("phone"), caseNumber) : null;
        String words = typed.text("words");
        if (!awaited(caseNumber)) {
            return LinkTarget.done(ALREADY);
        }
        talk.replied(caseNumber, wish, callOn, phone, words);
        Map<String, Object> facts = new HashMap<>();
        facts.put(LostCustomerProcess.TALK_RESULT.name(), wish.talkResult());
        facts.put(RecoveryCallProcess.CALL_THEM.name(), call);
        if (callOn != null) {
            facts.put(LostCustomerProcess.CALL_AGAIN_ON.name(), callOn.toString());
        }
        voice.tell(caseNumber, LostCustomerProcess.CUSTOMER_REPLIED, facts);
        return LinkTarget.done(wish.code());
    }

    private boolean awaited(String caseNumber) {
        return voice.awaits(caseNumber, LostCustomerProcess.CUSTOMER_REPLIED);
    }

    private static Wish wish(String code) {
        try {
            return Wish.of(code);
        } catch (IllegalArgumentException e) {
            throw new FormRefusal("wish", "is call-me, come-back, fix-first or no-thanks");
        }
    }

    private @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_AHEAD))) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, as a day out of reach is
        }
        throw new FormRefusal("callOn", "is a day from today on, within a year");
    }

    /** Theirs, or none when we know one that works. */
    private @Nullable String phone(@Nullable String text, String caseNumber) {
        if (text != null && !PHONE.matcher(text).matches()) {
            throw new FormRefusal("phone", "is a phone number");
        }
        if (text == null && knownPhone(caseNumber) == null) {
            throw new FormRefusal("phone", "is missing");
        }
        return text;
    }

    private @Nullable String knownPhone(String caseNumber) {
        String known = lostCustomers
                .find(caseNumber)
                .flatMap(lost -> customers.byNumber(lost.customerNumber()))
                .map(Customer::phone)
                .orElse(null);
        return talk.phone(caseNumber, known).orElse(null);
    }
}
