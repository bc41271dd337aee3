package io.amends.modeling.guard;

/** Namespaces of models. */
final class Names {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    private Names() {}
}
