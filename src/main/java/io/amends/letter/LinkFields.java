package io.amends.letter;

import io.amends.modeling.FormRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customer typed into a link's page; each reading refuses what cannot be taken and names its field. */
public record LinkFields(Map<String, String> all) {

    public static final int LONGEST_TEXT = 2000;

    /** @return null when left out */
    public @Nullable String text(String name) {
        String text = all.getOrDefault(name, "").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new FormRefusal(name, "can have " + LONGEST_TEXT + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new FormRefusal(name, "is missing");
        }
        return text;
    }

    public @Nullable Integer number(String name, int least, int most) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new FormRefusal(name, "is a whole number from " + least + " to " + most);
    }
}
