package io.amends.whatif;

import io.amends.modeling.FormRefusal.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The file that came. */
final class FileName {

    private static final long LARGEST = 2L * 1024 * 1024;

    private FileName() {}

    /** Without folders, of whatever kind of path a browser or a program sends; empty if none came. */
    static String of(@Nullable MultipartFile file) {
        String sent = file == null ? null : file.getOriginalFilename();
        return sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    }

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
