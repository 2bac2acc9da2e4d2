package io.loanwright.collection;

import io.loanwright.engine.money.Currency;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which installments a list of what falls due shows.
 *
 * @param from the first due date
 * @param to the last one, not before the first
 * @param officerId who looks after the loan; null for anybody
 */
public record DueFilter(
    LocalDate from, LocalDate to, @Nullable UUID officerId, Currency currency) {}
