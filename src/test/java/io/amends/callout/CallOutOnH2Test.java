package io.amends.callout;

class CallOutOnH2Test extends CallOutContract {}
