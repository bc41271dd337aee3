package io.amends.models;

/**
 * Something else that can be done with a model, offered on its page.
 *
 * @param title such as {@code Move running cases}
 * @param address of the page that does it
 */
public record ModelAction(String title, String address) {}
