package io.amends.inbox;

import java.util.Optional;

/** The mails that came in, for those who are told of one. */
public interface Mails {

    Optional<TakenMail> find(String number);
}
