package io.loanwright.organization;

import java.time.LocalDate;

/** A day on which nobody works, and what it is called. */
public record Holiday(LocalDate on, String name) {}
