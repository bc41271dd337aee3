package io.amends.mediacrisis;

import io.amends.testing.OnPostgres;

@OnPostgres
class AnswerOnPostgresTest extends AnswerContract {}
