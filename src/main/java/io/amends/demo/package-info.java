/** Profile {@code demo}: a mail server, people, customers and cases to try the application out with, and a clock to move. */
@NullMarked
package io.amends.demo;

import org.jspecify.annotations.NullMarked;
