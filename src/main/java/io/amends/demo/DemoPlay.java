package io.amends.demo;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the demo's cases one after the other. */
final class DemoPlay {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlay.class);

    private DemoPlay() {}

    /** @return how many came as far as they should; what went wrong with another is in the log */
    static <T> int all(List<T> cases, Function<T, String> name, Consumer<T> play) {
        int played = 0;
        for (T one : cases) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            // one case that does not fit a changed diagram must not cost the others
            try {
                play.accept(one);
                played++;
            } catch (RuntimeException e) {
                LOG.warn("The demo case '{}' stopped half way", name.apply(one), e);
            }
        }
        return played;
    }
}
