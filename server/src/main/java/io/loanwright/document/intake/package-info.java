/**
 * What is done with a file before it is kept: whatever it is called and says of itself, its bytes
 * decide. A virus scanner may look at it, a picture is drawn anew, a PDF with programs in it is
 * refused.
 */
@NullMarked
package io.loanwright.document.intake;

import org.jspecify.annotations.NullMarked;
