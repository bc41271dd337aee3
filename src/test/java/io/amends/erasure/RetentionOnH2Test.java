package io.amends.erasure;

import io.amends.scenario.Scenario;
import org.springframework.test.annotation.DirtiesContext;

@Scenario
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class RetentionOnH2Test extends RetentionContract {}
