package io.amends.contact;

import org.springframework.context.annotation.Import;

/** What stands behind the link of whoever wants to be left alone. */
@Import({NeverContactLink.class, CaseCustomers.class})
public class NeverContactParts {}
