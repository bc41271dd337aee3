package io.amends.erasure;

import java.util.Map;
import java.util.Set;

/** What another module keeps of persons beyond cases, such as what somebody searched for; it goes with the person. */
public interface PersonTraces {

    /**
     * @param words what tells who it is, in lower case: number, name, addresses, phone
     * @return rows that hold one of them, by table; tables without any are missing
     */
    Map<String, Integer> count(Set<String> words);

    /** @return what {@link #count} said before */
    Map<String, Integer> erase(Set<String> words);
}
