/** The process owners' desk: what is deployed, in which versions, by whom and why; what differs; checking and deploying. */
@NullMarked
package io.amends.models;

import org.jspecify.annotations.NullMarked;
