package io.amends.demo;

import java.util.List;
import java.util.Map;

/**
 * One media event of {@code demo/media-crises.yaml} and how far its crisis has come.
 *
 * @param name tells it from the others, also after a restart
 * @param registeredBy user id of whoever typed it in
 * @param event fields of the form <em>Register a media event</em>
 */
record DemoMediaCrisis(String name, String registeredBy, Map<String, Object> event, List<DemoCase.Step> steps) {}
