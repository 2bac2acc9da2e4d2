package io.loanwright.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission a controller method needs; of several, any one is enough.
 *
 * <p>Without a value any signed-in user may call it: for what concerns nobody but the caller, like
 * the own profile. The check runs before the body is read, so a caller without the permission
 * learns nothing about it. Which records the permission covers is the method's to ask, by {@link
 * Caller#reach}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permitted {

  /** The permissions of which one is needed; none means being signed in is enough. */
  Permission[] value() default {};
}
