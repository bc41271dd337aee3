package io.amends.mediaregister;

/**
 * A newspaper, station, site or channel.
 *
 * @param id as in the import, or {@code O-12} where staff typed it
 * @param kind such as {@code newspaper}, {@code television}, {@code radio}, {@code online}, {@code social}, {@code agency} or {@code other}
 * @param checked false for one that staff typed in a hurry and nobody has looked at yet
 */
public record Outlet(String id, String name, String kind, boolean checked) {}
