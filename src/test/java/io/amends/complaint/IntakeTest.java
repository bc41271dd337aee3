package io.amends.complaint;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:intake;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class IntakeTest extends IntakeContract {}
