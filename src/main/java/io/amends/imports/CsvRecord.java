package io.amends.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line where it starts, the header being line 1
 * @param fault why it cannot be read, or null
 */
record CsvRecord(long line, List<String> cells, @Nullable String fault) {

    static CsvRecord broken(long line, String fault) {
        return new CsvRecord(line, List.of(), fault);
    }
}
