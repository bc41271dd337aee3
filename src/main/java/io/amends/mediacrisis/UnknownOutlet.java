package io.amends.mediacrisis;

/** An outlet that nobody knows is refused by name wherever it is typed or told, for its people could neither be called nor written to. */
final class UnknownOutlet {

    private UnknownOutlet() {}

    /** What is wrong and the way out; whoever fills in the form has another one. */
    static String reason(String name) {
        return "'" + name + "' is not in the media register; add it first, at /media-register or by"
                + " POST /api/media-register/import";
    }
}
