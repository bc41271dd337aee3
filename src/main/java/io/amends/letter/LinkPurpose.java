package io.amends.letter;

/** What a letter's link lets its holder do; one link has one purpose. */
public enum LinkPurpose {
    /** See where the case stands, add something, withdraw. */
    STATUS,
    /** Answer a question that we asked. */
    REPLY,
    /** Accept or decline a proposal. */
    DECIDE,
    /** Answer the survey. */
    SURVEY,
    /** Never be contacted again. */
    NEVER_CONTACT
}
