package io.amends.mediaregister;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of an outlet (M-10).
 *
 * @param id as in the import, or {@code M-12} where staff typed it
 * @param role {@code journalist}, {@code editor} or {@code leadership}
 * @param beats what they write about
 * @param language {@code en} or {@code zh-CN}
 * @param lastContact when the house was last in contact with them
 */
public record MediaPerson(
        String id,
        String outletId,
        String outletName,
        String name,
        String role,
        List<String> beats,
        @Nullable String phone,
        @Nullable String mail,
        String language,
        @Nullable Instant lastContact) {}
