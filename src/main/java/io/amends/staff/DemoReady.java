package io.amends.staff;

/** The demo has all its data: now its people can be told where to go. */
public record DemoReady() {}
