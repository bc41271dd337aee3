package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Field;
import io.amends.casefile.CaseDetails.Known;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Outlet;

/** What the case page asks of an outlet or a journalist: nobody types from memory what the media register knows. */
final class RegisterFields {

    static final String OUTLET = "outlet";
    static final String JOURNALIST = "journalist";

    private RegisterFields() {}

    static Field outlet(MediaRegister register, String label, boolean required) {
        return Field.typed(
                OUTLET,
                label,
                register.outlets().stream()
                        .map(Outlet::name)
                        .map(name -> new Known(name, ""))
                        .toList(),
                required);
    }

    /** Everybody, for editors write and call, too; with the outlet, since two may have one name. */
    static Field journalist(MediaRegister register, String label, boolean required) {
        return Field.typed(
                JOURNALIST,
                label,
                register.people().stream()
                        .map(person -> new Known(person.name(), person.outletName()))
                        .toList(),
                required);
    }
}
