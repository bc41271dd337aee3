package io.amends.casefile;

import io.amends.clock.ClockTitles;
import io.amends.enquiry.Enquiries;
import io.amends.promise.Promises;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a clock is called, with the thing that it is about where there are several of a kind. */
@Component
public class ClockNames implements ClockTitles {

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(.+)-(\\d{1,18})");
    private static final int LONGEST = 80;

    private final Promises promises;
    private final Enquiries enquiries;
    private final ObjectProvider<ClockSubjects> others;

    ClockNames(Promises promises, Enquiries enquiries, ObjectProvider<ClockSubjects> others) {
        this.promises = promises;
        this.enquiries = enquiries;
        this.others = others;
    }

    /**
     * @param clock its name, such as {@code first-contact} or {@code promise-17}
     * @return {@code first contact}, {@code promise: call back by Friday}, {@code enquiry to legal}
     */
    public String of(String caseNumber, String clock, Locale language) {
        TimeWords words = TimeWords.in(language);
        Matcher one = ONE_OF_SEVERAL.matcher(clock);
        if (!one.matches() || words.own(clock).isPresent()) {
            return words.clock(clock);
        }
        String rule = one.group(1);
        return subject(caseNumber, rule, Long.parseLong(one.group(2)))
                .map(subject -> words.say("clock." + rule + ".of", subject))
                .orElseGet(() -> words.clock(rule));
    }

    /** As a heading of the staff's pages, and of the auditors' desk: {@code First contact}. */
    @Override
    public String title(String caseNumber, String clock) {
        return heading(of(caseNumber, clock, Locale.ENGLISH));
    }

    /**
     * Who or what a clock is about where there are several of a kind: what was promised, who is called, the way to speak. A mere count
     * says nothing and is left out.
     */
    public Optional<String> about(String caseNumber, String clock) {
        Matcher one = ONE_OF_SEVERAL.matcher(clock);
        if (!one.matches()) {
            return Optional.empty();
        }
        String number = one.group(2);
        return subject(caseNumber, one.group(1), Long.parseLong(number)).filter(subject -> !subject.equals(number));
    }

    /** What all clocks of a row of {@code clock-rules} are called. */
    public String ofRule(String rule) {
        return heading(TimeWords.in(Locale.ENGLISH).clock(rule));
    }

    private static String heading(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private Optional<String> subject(String caseNumber, String rule, long number) {
        return switch (rule) {
            case "promise" -> promises.what(number).map(ClockNames::inShort);
            case "enquiry" ->
                enquiries.department(number).map(Words::label).map(label -> label.toLowerCase(Locale.ENGLISH));
            case "approval" -> Optional.of(Long.toString(number));
            default ->
                others.stream()
                        .flatMap(module -> module.subject(caseNumber, rule, number).stream())
                        .findFirst()
                        .map(ClockNames::inShort);
        };
    }

    private static String inShort(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST).strip() + " …" : line;
    }
}
