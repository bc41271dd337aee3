package io.amends.inbox;

import java.util.Optional;

/** A kept file of a mail, with what is in it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptFile(String name, String type, byte[] bytes) {

    /** Empty where the mail has no such file, or where it was left out. */
    static Optional<KeptFile> of(MailStore store, String mailNumber, int nr) {
        return store.attachments(mailNumber).stream()
                .filter(file -> file.nr() == nr && file.kept())
                .findFirst()
                .flatMap(file ->
                        store.content(mailNumber, nr).map(bytes -> new KeptFile(file.name(), file.type(), bytes)));
    }
}
