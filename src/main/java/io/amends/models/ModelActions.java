package io.amends.models;

import java.util.List;

/** What other modules offer on the page of a model; each bean may add some. */
public interface ModelActions {

    /**
     * @param kind {@code process}, {@code table} or {@code form}
     * @param key such as {@code complaint}
     * @param keeper whether it is for somebody who may change models, or for one who only reads
     */
    List<ModelAction> of(String kind, String key, boolean keeper);
}
