/** The media register: outlets, people, spokespersons, and who was in contact with whom (M-6, M-10). */
@NullMarked
package io.amends.mediaregister;

import org.jspecify.annotations.NullMarked;
