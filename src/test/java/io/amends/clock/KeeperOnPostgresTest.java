package io.amends.clock;

import io.amends.testing.OnPostgres;

@OnPostgres
class KeeperOnPostgresTest extends KeeperRaceContract {}
