package io.amends.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's name and address out of a header. Where it is not plain which address was meant there is none: a wrong one would get
 * letters that are for another.
 *
 * @param name null where there is none
 * @param address bare, in lower case; null where there is none or more than one is possible
 */
record Mailbox(@Nullable String name, @Nullable String address) {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST = 1000;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:[^\\s<>@\"(),:;\\[\\]\\\\\\p{Cc}\\p{Cf}]{1,200}+|\"[^\"\\p{Cc}\\p{Cf}]{1,200}+\")@"
                    + "(?:[\\p{L}\\p{M}\\p{N}_.-]{1,253}+|\\[[0-9A-Za-z.:]{1,60}+])");
    private static final Pattern SEPARATE_ADDRESS =
            Pattern.compile("(?<![^\\s'\\[<\"(,;:])" + ADDRESS.pattern() + "(?![^\\s'\\]>\"),;:])");

    /** Everybody whom the header names, in order; the names of groups are left out. */
    static List<Mailbox> all(String header) {
        List<Mailbox> found = new Scan(header).mailboxes();
        boolean none = found.stream().allMatch(each -> each.address() == null);
        String only = none ? only(header) : null;
        if (only == null) {
            return found;
        }
        // brackets or quotes that nobody closed
        return List.of(new Mailbox(found.isEmpty() ? null : found.get(0).name(), only));
    }

    /** The address that a text consists of, in lower case; null where it is none. */
    static @Nullable String bare(String text) {
        String plain = text.strip().replaceAll("^(?i:mailto:|rfc822;)\\s*", "");
        boolean one =
                plain.length() <= LONGEST_ADDRESS && ADDRESS.matcher(plain).matches();
        return one ? plain.toLowerCase(Locale.ROOT) : null;
    }

    /** The only address inside a text; null where there is none or more than one. */
    static @Nullable String only(String text) {
        Matcher found = SEPARATE_ADDRESS.matcher(text);
        if (!found.find()) {
            return null;
        }
        String first = found.group();
        return found.find() && !found.group().equalsIgnoreCase(first) ? null : bare(first);
    }

    /** One pass over a header, with an eye on quotes, comments, angle brackets and groups. */
    private static final class Scan {

        private final List<Mailbox> mailboxes = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private @Nullable StringBuilder angle;
        private boolean quoted;
        private boolean inAngle;
        private int comments;

        Scan(String header) {
            for (int i = 0; i < header.length() && mailboxes.size() < MOST; i++) {
                char at = header.charAt(i);
                boolean escaped = at == '\\' && (quoted || comments > 0) && i + 1 < header.length();
                if (escaped) {
                    i++;
                    into().append(header.charAt(i));
                } else {
                    take(at);
                }
            }
            finish();
        }

        List<Mailbox> mailboxes() {
            return mailboxes;
        }

        private StringBuilder into() {
            if (comments > 0) {
                return comment;
            }
            return inAngle && angle != null ? angle : words;
        }

        private void take(char at) {
            if (quoted) {
                quoted = at != '"';
                into().append(at);
            } else if (comments > 0 || at == '(') {
                comments += at == '(' ? 1 : at == ')' ? -1 : 0;
                comment.append(at == '(' || at == ')' ? ' ' : at);
            } else if (inAngle) {
                inAngle = at != '>';
                into().append(inAngle ? String.valueOf(at) : "");
            } else {
                outside(at);
            }
        }

        private void outside(char at) {
            switch (at) {
                case '"' -> {
                    quoted = true;
                    words.append(at);
                }
                case '<' -> {
                    angle = new StringBuilder();
                    inAngle = true;
                }
                case ',', ';' -> finish();
                case ':' -> {
                    // the name of a group, unless it is the scheme of an address
                    words.setLength(0);
                }
                default -> words.append(at);
            }
        }

        private void finish() {
            String said = words.toString().strip();
            String address = angle == null ? null : bare(withoutRoute(angle.toString()));
            String name = said;
            if (angle == null) {
                address = said.chars().filter(each -> each == '@').count() > 1 ? only(said) : firstOf(said);
                name = address == null ? said : comment.toString();
            } else if (name.isEmpty()) {
                name = comment.toString();
            }
            if (address != null || !name.isBlank()) {
                mailboxes.add(new Mailbox(shown(name, address), address));
            }
            words.setLength(0);
            comment.setLength(0);
            angle = null;
            inAngle = false;
            quoted = false;
            comments = 0;
        }

        private static @Nullable String firstOf(String said) {
            String bare = bare(said);
            return bare != null ? bare : only(said);
        }

        private static String withoutRoute(String angle) {
            String plain = angle.strip();
            int colon = plain.startsWith("@") ? plain.indexOf(':') : -1;
            return plain.substring(colon + 1).replaceAll("\\s*([@.])\\s*", "$1").strip();
        }

        private static @Nullable String shown(String name, @Nullable String address) {
            String plain = name.strip();
            if (plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")) {
                plain = plain.substring(1, plain.length() - 1);
            }
            String line = OneLine.of(EncodedWords.decode(plain), LONGEST_NAME);
            return line.isEmpty() || line.equalsIgnoreCase(address) ? null : line;
        }
    }
}
