package io.amends.lostcustomer;

import io.amends.scenario.Scenario;

@Scenario
class LostCustomerIntakeOnH2Test extends LostCustomerIntakeContract {}
