package io.amends.casefile;

import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterView;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which clock a letter to staff is about, and for a call for help at which level (C-5): their subjects are all the same. */
@Component
class LetterClocks {

    private static final Pattern WARNING = Pattern.compile("(.+)-(\\d{1,9})");
    private static final Pattern CALL = Pattern.compile("(.+)-(\\d{1,9})-(\\d{1,9})");

    private final Escalations escalations;
    private final ClockNames clocks;

    LetterClocks(Escalations escalations, ClockNames clocks) {
        this.escalations = escalations;
        this.clocks = clocks;
    }

    /** In words, such as {@code “First contact”, level 2}; blank for a letter that is about no clock. */
    String of(LetterView letter, List<EscalationView> calls) {
        Matcher warning = WARNING.matcher(letter.occurrence());
        if (letter.letter().equals("clock-warning") && warning.matches()) {
            return "“" + clocks.title(letter.caseNumber(), warning.group(1)) + "”";
        }
        Matcher call = CALL.matcher(letter.occurrence());
        if (!letter.letter().equals("escalation") || !call.matches()) {
            return "";
        }
        int number = Integer.parseInt(call.group(3));
        String level = calls.stream()
                .filter(it -> it.clock().equals(call.group(1))
                        && it.occurrence() == Integer.parseInt(call.group(2))
                        && number >= 1
                        && number <= it.calls().size())
                .findFirst()
                .map(it -> ", level " + it.calls().get(number - 1).level())
                .orElse("");
        return "“" + clocks.title(letter.caseNumber(), call.group(1)) + "”" + level;
    }

    List<EscalationView> calls(String caseNumber) {
        return escalations.of(caseNumber);
    }
}
