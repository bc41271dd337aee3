package io.amends.whatif;

import io.amends.modeling.FormRefusal.Finding;
import java.util.List;

/** Whether the file that came may be one of tables. */
final class TableFile {

    private static final long LARGEST = 2L * 1024 * 1024;

    private TableFile() {}

    static void check(String name, long size, List<Finding> findings) {
        if (name.isEmpty() || size == 0) {
            findings.add(new Finding("file", "is required"));
        } else if (!name.endsWith(".dmn")) {
            findings.add(new Finding("file", "is no table: its name does not end in .dmn"));
        } else if (size > LARGEST) {
            findings.add(new Finding("file", "is larger than 2 MB"));
        }
    }
}
