package io.amends.casefile;

/** Another case that this one is tied to. */
public record CaseLink(String caseNumber, String kind) {

    public String label() {
        return Words.label(kind);
    }
}
