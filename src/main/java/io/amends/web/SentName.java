package io.amends.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The name of a file that somebody sent. */
public final class SentName {

    private SentName() {}

    /** Without folders; empty where no file came, or one without a name. */
    public static String of(@Nullable MultipartFile file) {
        String sent = file == null ? null : file.getOriginalFilename();
        return sent == null ? "" : last(sent);
    }

    /** Without folders, of whatever kind of path a browser or a program sends. */
    public static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
