package io.amends.mediaregister;

import io.amends.customer.PhoneNumbers;
import io.amends.imports.Cells;
import io.amends.mediaregister.MediaKeeper.NewOutlet;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an outlet and a person from named fields, whether of a file or of a page, and refuses each that does not fit. */
@Component
class MediaFields {

    static final String OUTLET_ID = "outletId";
    static final String OUTLET_NAME = "outletName";
    static final String OUTLET_KIND = "outletKind";
    static final String WEBSITE = "website";
    static final String REACH = "reach";
    static final String PERSON_ID = "personId";
    static final String PERSON_NAME = "personName";
    static final String ROLE = "role";
    static final String BEATS = "beats";
    static final String PHONE = "phone";
    static final String MAIL = "mail";
    static final String LANGUAGE = "language";

    /** Ids that the register gives itself. */
    static final Pattern OWN_ID = Pattern.compile("[OM]-\\d+");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");

    private final PhoneNumbers phones;

    MediaFields(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** An id of another system; blank and refused where it does not fit. */
    static String foreignId(Cells cells, String field) {
        String id = cells.text(field, 40);
        if (OWN_ID.matcher(id).matches()) {
            cells.refuse(field, "must not look like O-12 or M-12: these are the register's own");
        } else if (!id.isEmpty() && !ID.matcher(id).matches()) {
            cells.refuse(field, "must be letters, digits, dots, dashes or underscores");
        }
        return id;
    }

    NewOutlet outlet(String id, Cells cells) {
        return new NewOutlet(
                id,
                cells.text(OUTLET_NAME, 200),
                cells.oneOf(OUTLET_KIND, OutletTable.KINDS, OutletTable.OTHER),
                website(cells),
                reach(cells));
    }

    NewPerson person(String id, Cells cells) {
        String mail = cells.optional(MAIL, 254);
        if (mail != null && !ADDRESS.matcher(mail).matches()) {
            cells.refuse(MAIL, "is not a mail address");
        }
        String phone = cells.optional(PHONE, 40);
        if (phone != null && phones.read(phone).isEmpty()) {
            cells.refuse(PHONE, "is not a phone number such as +44 20 7946 0123");
        }
        String role = cells.oneOf(ROLE, PersonTable.ROLES, "");
        if (role.isEmpty()) {
            cells.refuse(ROLE, "is missing");
        }
        return new NewPerson(
                id,
                cells.text(PERSON_NAME, 200),
                role,
                cells.optional(BEATS, 500),
                phone,
                mail,
                cells.oneOf(LANGUAGE, PersonTable.LANGUAGES, "en"));
    }

    private static @Nullable String reach(Cells cells) {
        String reach = cells.oneOf(REACH, OutletTable.REACHES, "");
        return reach.isEmpty() ? null : reach;
    }

    /** It becomes a link on the page, so it can be nothing but the address of one. */
    private static @Nullable String website(Cells cells) {
        String typed = cells.optional(WEBSITE, 300);
        if (typed == null) {
            return null;
        }
        try {
            URI address = new URI(typed);
            String scheme = address.getScheme();
            if (("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) && address.getHost() != null) {
                return typed;
            }
        } catch (URISyntaxException unreadable) {
            // refused below
        }
        cells.refuse(WEBSITE, "must be an address such as https://www.example.org");
        return null;
    }
}
