/**
 * The real program in a process of its own, and people who pay over HTTP: what happens to their
 * money when something is killed, and how many of them it serves.
 */
@NullMarked
package io.loanwright.live;

import org.jspecify.annotations.NullMarked;
