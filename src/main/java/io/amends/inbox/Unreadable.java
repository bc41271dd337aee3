package io.amends.inbox;

/** A message that only a person can make sense of; the words say why. */
final class Unreadable extends Exception {

    Unreadable(String why) {
        super(why, null, false, false);
    }
}
