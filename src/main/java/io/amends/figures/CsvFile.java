package io.amends.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A CSV file (RFC 4180, UTF-8, a header row) that is sent while it is written. */
final class CsvFile {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    static CsvFile answer(HttpServletResponse response, String name, String... head) throws IOException {
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                                ? ContentDisposition.attachment().filename(name)
                                : ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8))
                        .build()
                        .toString());
        CsvFile file = new CsvFile(new CSVPrinter(response.getWriter(), CSVFormat.RFC4180));
        file.row((Object[]) head);
        return file;
    }

    void row(@Nullable Object... cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof String text ? defused(text) : cell);
            }
            printer.println();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void end() throws IOException {
        printer.flush();
    }

    /** A spreadsheet takes such a text for a formula and runs it; numbers of ours are numbers. */
    static String defused(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
