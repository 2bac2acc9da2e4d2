package io.loanwright.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a controller method is critical: a caller who has a second factor is asked for it again
 * if he last showed it some minutes ago. It is beside {@link Permitted}, which says who may.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AskedAgain {}
