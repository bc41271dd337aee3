package io.amends.staff;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** Length instead of kinds of characters, and nothing of the person's own name. */
class StaffPasswordPolicy implements PasswordPolicy {

    static final int LENGTH = 12;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyLengthRuleImpl(LENGTH), new PasswordPolicyUserDataRuleImpl());
    }
}
