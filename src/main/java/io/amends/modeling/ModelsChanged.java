package io.amends.modeling;

/** Somebody else deployed since the set was looked at: what was compared and confirmed is not what counts any more. */
public class ModelsChanged extends RuntimeException {

    ModelsChanged() {
        super("The models were changed meanwhile");
    }
}
