package io.loanwright.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the description of the API that a command needs its key. The handler takes the header as
 * one that may be absent, since the refusal of a command without it has words and a code of its
 * own.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    required = true,
    description = "New for each command; a repeat with it gets the first answer",
    schema = @Schema(type = "string", minLength = 1, maxLength = 200))
public @interface IdempotencyKey {}
