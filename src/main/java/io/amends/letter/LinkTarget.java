package io.amends.letter;

import java.util.Map;

/** What is behind a letter's link; one for each purpose. Opening it only shows, answering it acts. */
public interface LinkTarget {

    LinkPurpose purpose();

    /**
     * The page to show.
     *
     * @return template variables; {@code view} names the template below {@code templates/link/}
     */
    Map<String, Object> show(String caseNumber, Map<String, String> linkData);

    /**
     * Acts on the answer. The same answer twice has one effect and is answered like the first.
     *
     * @return like {@link #show}
     * @throws io.amends.modeling.FormRefusal naming the field that cannot be taken
     */
    Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields);
}
