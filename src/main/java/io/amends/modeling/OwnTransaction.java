package io.amends.modeling;

import java.util.function.Supplier;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction of its own, what it does in the engine included: within a step of a process the engine would
 * otherwise keep its part for the end of the step.
 */
@Component
public class OwnTransaction {

    private final TransactionTemplate apart;

    OwnTransaction(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What the work throws rolls back this transaction only, and reaches the caller. */
    public <T> T run(Supplier<T> work) {
        return apart.execute(status -> inEngine(work));
    }

    private static <T> T inEngine(Supplier<T> work) {
        try {
            return ProcessEngineContext.withNewProcessEngineContext(work::get);
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception never) {
            throw new IllegalStateException("A supplier throws no checked exception", never);
        }
    }
}
