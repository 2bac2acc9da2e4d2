/**
 * What stands between the network and the controllers: who is asking, and whether the route is open
 * to him.
 */
@NullMarked
package io.loanwright.identity.security;

import org.jspecify.annotations.NullMarked;
