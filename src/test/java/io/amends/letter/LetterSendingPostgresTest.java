package io.amends.letter;

import io.amends.testing.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class LetterSendingPostgresTest extends LetterSendingTest {}
