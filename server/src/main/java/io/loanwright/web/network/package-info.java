/**
 * How the program is reached: which proxies it believes, by which certificate it speaks TLS, which
 * other sites may call it, and what each answer tells a browser not to do.
 *
 * <p>A setting that cannot be used ends the start with a sentence.
 */
@NullMarked
package io.loanwright.web.network;

import org.jspecify.annotations.NullMarked;
