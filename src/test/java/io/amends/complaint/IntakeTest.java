package io.amends.complaint;

class IntakeTest extends IntakeContract {}
