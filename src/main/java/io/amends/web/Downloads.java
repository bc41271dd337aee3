package io.amends.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Files that strangers sent, as answers that can do no harm: a browser saves them, believes no other type than ours, and runs
 * nothing of them.
 */
public final class Downloads {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> TOLD = Set.of("application/pdf", "text/plain", "text/csv", "message/rfc822");

    private Downloads() {}

    /** Whether a file of this media type may be seen in a page. */
    public static boolean picture(String type) {
        return PICTURES.contains(type.toLowerCase(Locale.ROOT));
    }

    /** To be saved under that name. */
    public static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return answer(ContentDisposition.attachment(), name, type, content);
    }

    /** To be seen in a page where it is a picture, else to be saved. */
    public static ResponseEntity<byte[]> seen(String name, String type, byte[] content) {
        return picture(type) ? answer(ContentDisposition.inline(), name, type, content) : file(name, type, content);
    }

    private static ResponseEntity<byte[]> answer(
            ContentDisposition.Builder disposition, String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(told(type))
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }

    /** What a program behind the browser may be told; anything else is just bytes. */
    private static MediaType told(String type) {
        String known = type.toLowerCase(Locale.ROOT);
        return PICTURES.contains(known) || TOLD.contains(known)
                ? MediaType.parseMediaType(known)
                : MediaType.APPLICATION_OCTET_STREAM;
    }
}
