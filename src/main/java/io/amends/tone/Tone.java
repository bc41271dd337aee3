package io.amends.tone;

import java.util.List;

/** Looks at words through the house's list of what customers like to hear (T-2). */
public interface Tone {

    /**
     * @param text in any language of the list, or in several
     * @param apology whether the text apologises for something that was our fault
     * @return what could be said better, in the order of the list; empty when all is well
     */
    List<Remark> look(String text, boolean apology);

    /**
     * Looks for what the house never says to the media (M-8).
     *
     * @param text in any language of the list, or in several
     * @return what should not be said, in the order of the list; empty when all is well
     */
    List<Remark> lookForMedia(String text);
}
