/** Who owns a case after its first owner, and whether an owner still looks after it (K-6). */
@NullMarked
package io.amends.handover;

import org.jspecify.annotations.NullMarked;
