/**
 * The second factor: codes of an app after RFC 6238, and codes on paper for when the app is lost.
 */
@NullMarked
package io.loanwright.identity.factor;

import org.jspecify.annotations.NullMarked;
