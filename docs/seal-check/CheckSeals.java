import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks a chain of seals that was taken away as a file, without the application that made it: java CheckSeals.java FILE [HEAD]. Ends with 0
 * where the chain is intact, with 1 where a link is broken, with 2 where it cannot be checked.
 */
public class CheckSeals {

    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final int COLUMNS = 9;

    private final Map<String, Integer> parts = new HashMap<>();
    /** Cases of which a record is missing, with the first such seal; a later part has to say that they were deleted. */
    private final Map<String, Long> without = new LinkedHashMap<>();

    private final long wantedSeq;
    private final String wantedHash;
    private boolean wantedFound;
    private long last;
    private String lastHash = NOTHING_BEFORE;

    private CheckSeals(String head) {
        if (head == null) {
            wantedSeq = 0;
            wantedHash = "";
            return;
        }
        if (!head.matches("\\d{1,18}:[0-9a-fA-F]{64}")) {
            throw new Unusable("'" + head + "' is no head: a number, a colon and 64 characters, as in the daily mail");
        }
        wantedSeq = Long.parseLong(head.substring(0, head.indexOf(':')));
        wantedHash = head.substring(head.indexOf(':') + 1).toLowerCase();
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("java CheckSeals.java FILE [HEAD]");
            System.err.println("  FILE  the chain, from 'Take the chain away as a file' on the page of seals");
            System.err.println("  HEAD  a head from one of the daily mails, as 42:9f86…");
            System.exit(2);
        }
        try {
            System.out.println(new CheckSeals(arguments.length == 2 ? arguments[1].trim() : null)
                    .check(Path.of(arguments[0])));
        } catch (Broken broken) {
            System.out.println("BROKEN: " + broken.getMessage());
            System.exit(1);
        } catch (Unusable | NoSuchFileException unusable) {
            System.err.println("Cannot be checked: " + unusable.getMessage());
            System.exit(2);
        } catch (MalformedInputException e) {
            System.err.println("Cannot be checked: the file is not UTF-8");
            System.exit(2);
        } catch (IOException e) {
            System.err.println("Cannot be checked: " + e);
            System.exit(2);
        }
    }

    private String check(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                link(line);
            }
        }
        if (last == 0) {
            throw new Unusable("the file holds no seal");
        }
        for (Map.Entry<String, Long> one : without.entrySet()) {
            throw new Broken("seal " + one.getValue() + ": the record of " + one.getKey()
                    + " is gone, and no later part says that the case was deleted");
        }
        if (wantedSeq > 0 && !wantedFound) {
            throw new Broken("the chain ends with seal " + last + " and does not have the head " + wantedSeq + ":" + wantedHash
                    + "; its end was cut off");
        }
        return "Intact: " + last + " seals of " + parts.size() + " cases. Head " + last + ":" + lastHash
                + (wantedSeq > 0 ? "\nThe head that was given is in the chain." : "\nNo head was given: an end that was cut off would not show.");
    }

    private void link(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new Broken("the line after seal " + last + " has " + columns.length + " columns instead of " + COLUMNS);
        }
        long seq = number(columns[0]);
        String name = columns[1];
        String previous = columns[5];
        String record = columns[6];
        String hash = columns[7];
        String document = columns[8];
        if (seq != last + 1) {
            throw new Broken("seal " + (last + 1) + " is missing; the next is " + seq);
        }
        String where = "seal " + seq + " (" + name + ", part " + columns[2] + "): ";
        if (!previous.equals(lastHash)) {
            throw new Broken(where + "it does not follow on seal " + last + "; one of them is not the one that was made");
        }
        if (!hash.equals(hash(columns))) {
            throw new Broken(where + "it is not the one that was made, its hash is another");
        }
        int part = parts.merge(name, 1, Integer::sum);
        if (number(columns[2]) != part) {
            throw new Broken(where + "it ought to be part " + part + " of the case");
        }
        if (document.equals("-")) {
            without.putIfAbsent(name, seq);
        } else {
            if (!sha256(document).equals(record)) {
                throw new Broken(where + "its record was changed");
            }
            if (!document.startsWith("{\"case\":" + text(name) + ",")) {
                throw new Broken(where + "its record is about another case");
            }
            if (document.startsWith("{\"case\":" + text(name) + ",\"deleted\":")) {
                without.remove(name);
            } else if (without.containsKey(name)) {
                throw new Broken("seal " + without.get(name) + ": the record of " + name + " is gone, and yet there are later ones");
            }
        }
        if (seq == wantedSeq) {
            if (!hash.equals(wantedHash)) {
                throw new Broken(where + "it is not the head that was given; the chain was made anew");
            }
            wantedFound = true;
        }
        last = seq;
        lastHash = hash;
    }

    /** Of the link's canonical form: JSON with the names in order and without blanks. */
    private static String hash(String[] columns) {
        return sha256("{\"case\":" + text(columns[1]) + ",\"part\":" + text(columns[2]) + ",\"previous\":" + text(columns[5])
                + ",\"record\":" + text(columns[6]) + ",\"sealedAt\":" + text(columns[3]) + ",\"seq\":" + text(columns[0])
                + ",\"why\":" + text(columns[4]) + "}");
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Broken("'" + text + "' is no number where one is expected");
        }
        return Long.parseLong(text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Broken extends RuntimeException {
        Broken(String message) {
            super(message);
        }
    }

    private static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }
    }
}
