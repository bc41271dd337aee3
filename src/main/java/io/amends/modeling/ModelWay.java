package io.amends.modeling;

/** The ways on which models come into the engine. */
public enum ModelWay {
    START("start", "start of the application"),
    PAGE("page", "models page"),
    FOLDER("folder", "folder of models"),
    MODELER("modeler", "Camunda Modeler"),
    REST("rest", "engine REST API");

    private final String code;
    private final String words;

    ModelWay(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** As it is kept. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
