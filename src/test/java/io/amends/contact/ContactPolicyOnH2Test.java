package io.amends.contact;

import io.amends.scenario.Scenario;

@Scenario
class ContactPolicyOnH2Test extends ContactPolicyContract {}
