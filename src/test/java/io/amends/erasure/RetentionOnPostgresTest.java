package io.amends.erasure;

import io.amends.scenario.Scenario;
import io.amends.testing.OnPostgres;
import org.springframework.test.annotation.DirtiesContext;

@Scenario
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@OnPostgres
class RetentionOnPostgresTest extends RetentionContract {}
