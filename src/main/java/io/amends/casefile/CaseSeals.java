package io.amends.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How cases are sealed, as their record tells it. */
public interface CaseSeals {

    Sealed of(String caseNumber);

    /**
     * @param head the last link of the whole chain when this was read, as {@code 42:9f86…}; null before the first seal
     * @param parts of this case, in their order; none while it is not sealed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sealed(@Nullable String head, List<Part> parts) {

        static final Sealed NONE = new Sealed(null, List.of());
    }

    /**
     * One seal.
     *
     * @param seq its place in the chain
     * @param part 1, or more where the case changed after it was sealed first
     * @param why what made it due, as a code
     * @param recordHash of the record that was sealed
     * @param previousHash of the seal before, of whichever case
     */
    record Part(long seq, int part, Instant sealedAt, String why, String recordHash, String previousHash, String hash) {

        /** Why in words; what follows the first word names a row of ours. */
        public String because() {
            return Words.label(why.split(" ", 2)[0]);
        }
    }
}
