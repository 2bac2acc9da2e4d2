/**
 * The yearly cost of a loan, as laws define it.
 *
 * <p>Two laws, two figures. The United States add up the rates of all unit periods of a year
 * ({@link io.loanwright.engine.apr.ActuarialApr}); the European Union compounds them ({@link
 * io.loanwright.engine.apr.EffectiveApr}). Both ask at which rate everything advanced is worth as
 * much as everything paid, fees included. They compare loans; nothing is ever charged by them.
 */
@NullMarked
package io.loanwright.engine.apr;

import org.jspecify.annotations.NullMarked;
