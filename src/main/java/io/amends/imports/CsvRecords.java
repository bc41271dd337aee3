package io.amends.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180) one record at a time. Commons CSV splits the cells; where a record ends is found here, so
 * that a quote that is never closed costs its own line and not the rest of the file.
 */
class CsvRecords implements AutoCloseable {

    private static final int LONGEST_RECORD = 128 * 1024;
    private static final char UNREADABLE = '\uFFFF';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final Deque<String> readAgain = new ArrayDeque<>();
    private long line;
    private int ahead = -2;

    CsvRecords(InputStream file, Charset charset) {
        // a noncharacter stands for bytes that cannot be read, because U+FFFD may be in the data itself
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE));
        this.reader = new BufferedReader(new InputStreamReader(file, decoder));
    }

    /** The next record that is not blank, or null at the end. */
    @Nullable
    CsvRecord next() throws IOException {
        var first = readLine();
        while (first != null && first.isEmpty()) {
            first = readLine();
        }
        if (first == null) {
            return null;
        }
        var start = line;
        var text = new StringBuilder(first);
        var rest = new ArrayList<String>();
        var state = Quotes.after(first, false);
        while (state == Quotes.OPEN) {
            var more = text.length() > LONGEST_RECORD ? null : readLine();
            if (more == null) {
                putBack(rest);
                return CsvRecord.broken(start, "opens a quote that is never closed");
            }
            rest.add(more);
            text.append('\n').append(more);
            state = Quotes.after(more, true);
        }
        if (state == Quotes.BROKEN) {
            putBack(rest);
            return CsvRecord.broken(start, "has text after a closing quote");
        }
        return record(start, text.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static CsvRecord record(long start, String text) throws IOException {
        if (text.length() > LONGEST_RECORD) {
            return CsvRecord.broken(start, "is longer than %d characters".formatted(LONGEST_RECORD));
        }
        if (text.indexOf(UNREADABLE) >= 0) {
            return CsvRecord.broken(start, "has bytes that are not in the file's character set");
        }
        try (var parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<String> cells = new ArrayList<>();
            parser.iterator().next().forEach(cells::add);
            return new CsvRecord(start, cells, null);
        }
    }

    private void putBack(List<String> lines) {
        line -= lines.size();
        for (var i = lines.size() - 1; i >= 0; i--) {
            readAgain.addFirst(lines.get(i));
        }
    }

    /** A line without its end; of one that is too long only as much as shows that it is. */
    private @Nullable String readLine() throws IOException {
        var again = readAgain.pollFirst();
        if (again != null) {
            line++;
            return again;
        }
        var text = new StringBuilder();
        var next = read();
        if (line == 0 && next == BYTE_ORDER_MARK) {
            next = read();
        }
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && next != '\r') {
            if (text.length() <= LONGEST_RECORD) {
                text.append((char) next);
            }
            next = read();
        }
        if (next == '\r') {
            ahead = reader.read();
            if (ahead == '\n') {
                ahead = -2;
            }
        }
        line++;
        return text.toString();
    }

    private int read() throws IOException {
        if (ahead == -2) {
            return reader.read();
        }
        var next = ahead;
        ahead = -2;
        return next;
    }

    private enum Quotes {
        CLOSED,
        OPEN,
        BROKEN;

        /** How a record's quotes stand at the end of one of its lines. */
        static Quotes after(String line, boolean open) {
            var quoted = open;
            var fieldStart = !open;
            var closed = false;
            for (var i = 0; i < line.length(); i++) {
                var c = line.charAt(i);
                if (quoted) {
                    if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        i++;
                    } else if (c == '"') {
                        quoted = false;
                        closed = true;
                    }
                } else if (c == ',') {
                    fieldStart = true;
                    closed = false;
                } else if (closed && !Character.isWhitespace(c)) {
                    return BROKEN;
                } else if (fieldStart) {
                    quoted = c == '"';
                    fieldStart = false;
                }
            }
            return quoted ? OPEN : CLOSED;
        }
    }
}
