/**
 * Code that breaks the rules on purpose, so that the tests of the rules can show that they bite.
 */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
