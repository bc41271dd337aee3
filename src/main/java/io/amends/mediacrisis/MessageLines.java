package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Core messages and their proofs as they are typed, one in a line (M-7).
 *
 * @param messages one to five
 * @param proofs with the number of their message
 */
record MessageLines(List<String> messages, List<Proof> proofs) {

    static final String MESSAGES = "messages";
    static final String PROOFS = "proofs";

    private static final int MOST = 5;
    private static final int MOST_WORDS = 27;
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_CHARACTERS = 500;
    private static final int LONGEST_PROOF = 1_000;
    private static final Pattern NUMBERED = Pattern.compile("([1-9]\\d*)\\s*[.:)、：]\\s*(.+)");

    /** @param place of the message, or 0 for a proof that carries all of them */
    record Proof(int place, String words) {}

    /** @throws FormRefusal naming the count, and each message that is too long or too short */
    static MessageLines read(String messages, String proofs) {
        List<String> lines = lines(messages);
        List<Finding> findings = new ArrayList<>(messageFindings(lines));
        List<Proof> proved = new ArrayList<>();
        for (String line : lines(proofs)) {
            Matcher numbered = NUMBERED.matcher(line);
            boolean named = numbered.matches();
            int place = named ? number(numbered.group(1)) : 0;
            if (place > lines.size()) {
                findings.add(new Finding(
                        PROOFS, "names message " + numbered.group(1) + ", but there are only " + lines.size()));
            }
            String words = named ? numbered.group(2) : line;
            proved.add(new Proof(place, words.substring(0, Math.min(LONGEST_PROOF, words.length()))));
        }
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return new MessageLines(lines, proved);
    }

    private static List<Finding> messageFindings(List<String> lines) {
        List<Finding> findings = new ArrayList<>();
        if (lines.isEmpty()) {
            findings.add(new Finding(MESSAGES, "must hold one to five messages, one in a line, but holds none"));
        } else if (lines.size() > MOST) {
            findings.add(new Finding(
                    MESSAGES,
                    "must hold at most five messages, one in a line, but holds " + lines.size()
                            + "; nobody remembers more"));
        }
        for (int i = 0; i < lines.size(); i++) {
            int words = WordCount.of(lines.get(i));
            if (words > MOST_WORDS) {
                findings.add(new Finding(
                        MESSAGES,
                        "message " + (i + 1) + " has " + words + " words and may have " + MOST_WORDS + " at most: "
                                + beginning(lines.get(i))));
            } else if (words < FEWEST_WORDS) {
                findings.add(new Finding(
                        MESSAGES,
                        "message " + (i + 1) + " says nothing in " + words + (words == 1 ? " word" : " words")
                                + " and needs " + FEWEST_WORDS + " at least: " + beginning(lines.get(i))));
            } else if (lines.get(i).length() > MOST_CHARACTERS) {
                findings.add(new Finding(
                        MESSAGES, "message " + (i + 1) + " must have at most " + MOST_CHARACTERS + " characters"));
            }
        }
        return findings;
    }

    private static int number(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static String beginning(String message) {
        return message.length() <= 40 ? message : message.substring(0, 40) + "…";
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
