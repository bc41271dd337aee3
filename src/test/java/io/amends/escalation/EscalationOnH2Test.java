package io.amends.escalation;

class EscalationOnH2Test extends EscalationContract {}
