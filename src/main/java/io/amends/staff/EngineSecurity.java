package io.amends.staff;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What the engine itself checks, however it is called. */
@Component
class EngineSecurity extends AbstractProcessEnginePlugin {

    private final ApplicationContext applicationContext;
    private final Clock clock;
    private final Environment environment;

    EngineSecurity(ApplicationContext applicationContext, Clock clock, Environment environment) {
        this.applicationContext = applicationContext;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(
                new GuardedExpressions(applicationContext, engine.getBeans(), new QueryFunctions(clock)));
        engine.setResourceAuthorizationProvider(new StaffAuthorizations());
        engine.setPasswordEncryptor(new BCryptPasswords(passwordStrength()));
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(StaffIdentityProvider.class));
        // a demo's passwords are its names
        engine.setEnablePasswordPolicy(!environment.acceptsProfiles(Profiles.of("demo")));
        // ids with hyphens as our groups have; never a star, which would grant everything
        engine.setGeneralResourceWhitelistPattern("[A-Za-z0-9]+(?:[._@-][A-Za-z0-9]+)*");
        engine.setPasswordPolicy(new StaffPasswordPolicy());
    }

    // tests sign in thousands of times; in production nobody makes passwords weaker
    private int passwordStrength() {
        int asked = environment.getProperty("amends.password.strength", Integer.class, BCryptPasswords.STRONG);
        return environment.acceptsProfiles(Profiles.of("prod")) ? Math.max(asked, BCryptPasswords.STRONG) : asked;
    }
}
