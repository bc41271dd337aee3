package io.amends.clock;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes an {@code .ics} file (RFC 5545) apart into its events. What they mean is not asked here. */
final class IcsReader {

    static final int MOST_BYTES = 250_000;
    private static final String CALENDAR = "VCALENDAR";
    private static final String EVENT = "VEVENT";

    private final String file;

    private IcsReader(String file) {
        this.file = file;
    }

    /**
     * @param file its name, for the refusal
     * @throws CalendarRefused with line and reason when the file is too large, not UTF-8, broken off or no calendar
     */
    static List<IcsEvent> read(String file, byte[] content) {
        return new IcsReader(file).events(content);
    }

    private List<IcsEvent> events(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw refused(1, "it has " + content.length + " bytes; more than " + MOST_BYTES + " are not read");
        }
        Listener listener = new Listener();
        try (VObjectReader reader =
                new VObjectReader(new StringReader(text(content)), new SyntaxRules(SyntaxStyle.NEW))) {
            reader.parse(listener);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
        listener.end();
        return listener.events;
    }

    private String text(byte[] content) {
        byte[] whole = withCharactersWhole(content);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(whole.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(whole), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw refused(line, "this is not text in UTF-8");
        }
        return text.length() > 0 && text.charAt(0) == '\uFEFF'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    // Lines are folded after 75 bytes, by some writers in the middle of a character; its rest moves before the fold.
    private static byte[] withCharactersWhole(byte[] content) {
        byte[] whole = content.clone();
        for (int i = 0; i + 2 < whole.length; i++) {
            boolean fold = whole[i] == '\n' && (whole[i + 1] == ' ' || whole[i + 1] == '\t');
            int begin = i > 0 && whole[i - 1] == '\r' ? i - 1 : i;
            int rest = i + 2;
            int end = rest;
            while (fold && end < whole.length && (whole[end] & 0xC0) == 0x80) {
                end++;
            }
            if (end > rest) {
                System.arraycopy(content, rest, whole, begin, end - rest);
                System.arraycopy(content, begin, whole, begin + end - rest, rest - begin);
            }
        }
        return whole;
    }

    private CalendarRefused refused(int line, String reason) {
        return new CalendarRefused(file, line, reason);
    }

    /** Keeps the properties of events, and of nothing within or beside them. */
    private final class Listener extends VObjectDataAdapter {

        private final List<IcsEvent> events = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private boolean calendar;
        private int last = 1;
        private @Nullable IcsEvent event;

        @Override
        public void onComponentBegin(String name, Context context) {
            last = context.getLineNumber();
            if (open.isEmpty() != name.equals(CALENDAR)) {
                throw refused(
                        last, "'BEGIN:" + name + "' is out of place; an .ics file is one BEGIN:VCALENDAR around all");
            }
            calendar = true;
            open.add(name);
            if (name.equals(EVENT) && open.size() == 2) {
                event = new IcsEvent(file, last);
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            last = context.getLineNumber();
            String opened = open.remove(open.size() - 1);
            if (!context.getUnfoldedLine().trim().toUpperCase(Locale.ROOT).endsWith(":" + opened)) {
                throw refused(last, "'END:" + opened + "' is missing before this line");
            }
            if (event != null && name.equals(EVENT) && open.size() == 1) {
                events.add(event);
                event = null;
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            last = context.getLineNumber();
            if (event != null && open.size() == 2) {
                event.add(property, last);
            }
        }

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception thrown, Context context) {
            throw refused(
                    context.getLineNumber(),
                    switch (warning) {
                        case MALFORMED_LINE ->
                            "a line of an .ics file is 'NAME:value', or a blank and the rest of the line before";
                        case UNMATCHED_END -> "nothing that ends here has begun";
                        default -> warning.getMessage();
                    });
        }

        void end() {
            if (!calendar) {
                throw refused(1, "this is no calendar; an .ics file begins with BEGIN:VCALENDAR");
            }
            if (!open.isEmpty()) {
                throw refused(last, "the file breaks off; 'END:" + open.get(open.size() - 1) + "' is missing");
            }
        }
    }
}
