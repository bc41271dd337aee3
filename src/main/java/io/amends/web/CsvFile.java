package io.amends.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A CSV file (RFC 4180, UTF-8, a header row) that is sent while it is written. */
public final class CsvFile {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    public static CsvFile answer(HttpServletResponse response, String name, String... head) throws IOException {
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                                ? ContentDisposition.attachment().filename(name)
                                : ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8))
                        .build()
                        .toString());
        // the response's own writer keeps quiet about a reader who has gone
        CsvFile file = new CsvFile(new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)),
                CSVFormat.RFC4180));
        file.row((Object[]) head);
        return file;
    }

    /** @throws UncheckedIOException when the reader has gone */
    public void row(@Nullable Object... cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof String text ? defused(text) : cell);
            }
            printer.println();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public void end() throws IOException {
        printer.flush();
    }

    /** A spreadsheet takes such a text for a formula and runs it; numbers of ours are numbers. */
    static String defused(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
