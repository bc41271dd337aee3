package io.amends.clock;

class KeeperOnH2Test extends KeeperContract {}
