package io.amends.escalation;

import io.amends.testing.OnPostgres;

@OnPostgres
class EscalationOnPostgresTest extends EscalationContract {}
