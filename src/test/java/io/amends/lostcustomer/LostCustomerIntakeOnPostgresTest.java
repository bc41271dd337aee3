package io.amends.lostcustomer;

import io.amends.scenario.Scenario;
import io.amends.testing.OnPostgres;

@Scenario
@OnPostgres
class LostCustomerIntakeOnPostgresTest extends LostCustomerIntakeContract {}
