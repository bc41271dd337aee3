package io.amends.contact;

import io.amends.scenario.Scenario;
import io.amends.testing.OnPostgres;

@Scenario
@OnPostgres
class ContactPolicyOnPostgresTest extends ContactPolicyContract {}
