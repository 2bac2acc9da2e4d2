@NullMarked
package io.loanwright.verifier.web;

import org.jspecify.annotations.NullMarked;
