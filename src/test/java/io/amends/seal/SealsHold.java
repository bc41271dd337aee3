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

    private long before;

    /** Seals whatever is closed by now. */
    public static void seal(ApplicationContext application) {
        application.getBean(SealWatch.class).sealAll();
    }

    @Override
    public void afterTestMethod(TestContext test) {
        bean(test, SealWatch.class).ifPresent(SealWatch::sealAll);
    }

    /** A class has cases of its own, so the seals of those before it in the same application are not looked at again. */
    @Override
    public void beforeTestClass(TestContext test) {
        before = head(test);
    }

    @Override
    public void afterTestClass(TestContext test) {
        bean(test, SealCheck.class)
                .ifPresent(check -> assertThat(check.check(before <= head(test) ? before : 0, Long.MAX_VALUE, null)
                                .firstBroken())
                        .as("what was changed in a closed case without a word: see SealMarks")
                        .isNull());
    }

    private static long head(TestContext test) {
        return bean(test, SealTable.class).map(seals -> seals.head().seq()).orElse(0L);
    }

    private static <T> Optional<T> bean(TestContext test, Class<T> type) {
        return test.hasApplicationContext()
                ? Optional.of(test.getApplicationContext())
                        .map((ApplicationContext context) -> context.getBeanProvider(type))
                        .map(ObjectProvider::getIfAvailable)
                : Optional.empty();
    }
}
