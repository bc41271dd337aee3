package io.amends.tone;

import org.springframework.core.io.DefaultResourceLoader;

/** The house's list without the application. */
public final class ToneLists {

    private ToneLists() {}

    public static Tone ofTheHouse() {
        return new ToneList(new ToneProperties("processes/tone"), new DefaultResourceLoader());
    }
}
