package io.amends.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Seals whatever a scenario closed, and looks after all of them whether each case still is as it was sealed: whoever changes a closed case
 * in the house's name has to say so ({@link SealMarks}).
 */
public class SealsHold implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        bean(test, SealWatch.class).ifPresent(SealWatch::sealAll);
    }

    @Override
    public void afterTestClass(TestContext test) {
        bean(test, SealCheck.class).ifPresent(check -> assertThat(
                        check.check(0, Long.MAX_VALUE, null).firstBroken())
                .as("what was changed in a closed case without a word: see SealMarks")
                .isNull());
    }

    private static <T> Optional<T> bean(TestContext test, Class<T> type) {
        return test.hasApplicationContext()
                ? Optional.of(test.getApplicationContext())
                        .map((ApplicationContext context) -> context.getBeanProvider(type))
                        .map(ObjectProvider::getIfAvailable)
                : Optional.empty();
    }
}
