/** Whether, when and how a customer may be approached: one policy for all processes (L-2). */
@NullMarked
package io.amends.contact;

import org.jspecify.annotations.NullMarked;
