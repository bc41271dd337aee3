package io.amends.staff;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** Groups, grants, task filters and the first administrator, before the first request is taken. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffProperties.class)
class StaffSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StaffSetup.class);
    private static final int TRIES = 3;

    private final RoleSetup roles;
    private final TaskFilters filters;
    private final StaffAccounts accounts;
    private final StaffProperties.Admin admin;
    private final TransactionTemplate transaction;

    StaffSetup(
            RoleSetup roles,
            TaskFilters filters,
            StaffAccounts accounts,
            StaffProperties properties,
            PlatformTransactionManager transactionManager) {
        this.roles = roles;
        this.filters = filters;
        this.accounts = accounts;
        this.admin = properties.admin();
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (int tried = 1; ; tried++) {
            try {
                transaction.executeWithoutResult(status -> setUp());
                return;
            } catch (ProcessEngineException e) {
                // another node that starts at the same moment was first; then there is nothing left to do
                if (tried == TRIES) {
                    throw e;
                }
                LOG.info("Groups and grants were being made elsewhere; looking again");
            }
        }
    }

    private void setUp() {
        roles.makeMissing();
        filters.makeMissing();
        if (StringUtils.hasText(admin.user()) && StringUtils.hasText(admin.password())) {
            accounts.createIfMissing(
                    admin.user(),
                    "First",
                    "Administrator",
                    admin.mail() == null ? "" : admin.mail(),
                    admin.password(),
                    List.of(Role.CAMUNDA_ADMIN.group()));
        }
    }
}
