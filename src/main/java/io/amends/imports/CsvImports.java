package io.amends.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.FormRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Imports CSV files, whatever their rows become. */
@Component
public class CsvImports {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final Mappings mappings;
    private final ObjectMapper json;

    CsvImports(Mappings mappings, ObjectMapper json) {
        this.mappings = mappings;
        this.json = json;
    }

    /**
     * Imports a file and writes the answer. A file that cannot be read at all is refused before the answer begins.
     *
     * @param contentType tells the character set; UTF-8 when it does not
     * @param source in which the rows' ids are unique
     * @param mapping name of a mapping, or null when the columns are named like our fields
     */
    public void run(
            ImportTarget<?> target,
            InputStream file,
            @Nullable String contentType,
            String source,
            @Nullable String mapping,
            HttpServletResponse response)
            throws IOException {
        if (!SOURCE.matcher(source).matches()) {
            throw new FormRefusal("source", "must be 1 to 40 letters, digits, dots, dashes or underscores");
        }
        var reader =
                mapping == null ? new OwnColumns(target) : new MappedColumns(mappings.named(mapping, target.name()));
        var charset = charset(contentType);
        // read to its end first: a sender who does not read while sending would wait for us, and we for them
        var spooled = Files.createTempFile("import", ".csv");
        try {
            Files.copy(file, spooled, StandardCopyOption.REPLACE_EXISTING);
            run(target, reader, spooled, charset, source, response);
        } finally {
            Files.deleteIfExists(spooled);
        }
    }

    private void run(
            ImportTarget<?> target,
            RowReader reader,
            Path file,
            Charset charset,
            String source,
            HttpServletResponse response)
            throws IOException {
        try (var records = new CsvRecords(new BufferedInputStream(Files.newInputStream(file)), charset)) {
            var header = records.next();
            if (header == null) {
                throw new FormRefusal("file", "is empty: it needs a header row");
            }
            if (header.fault() != null) {
                throw new FormRefusal("header", header.fault());
            }
            reader.header(header.cells().stream().map(String::strip).toList());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            try (var report = new ImportReport(json, response.getOutputStream())) {
                report.end(new ImportRun<>(target, source, reader, report).all(records));
            }
        }
    }

    private static Charset charset(@Nullable String contentType) {
        try {
            var named = contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType).getCharset();
            return named == null ? StandardCharsets.UTF_8 : named;
        } catch (IllegalArgumentException unknown) {
            throw new FormRefusal("Content-Type", "names an unknown character set");
        }
    }
}
