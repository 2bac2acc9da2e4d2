/**
 * Tells open screens that figures have changed, on whichever instance that was. What is told is a
 * kind of figure, nothing of the figure itself: the screen asks for it again, as far as its user
 * reaches.
 */
@NullMarked
package io.loanwright.reporting.live;

import org.jspecify.annotations.NullMarked;
