package io.loanwright.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in the description of the API which orders a list has; stands before its {@link Paging}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface SortedBy {

  /** The orders, all of an enumeration. */
  Class<? extends ListOrder> value();
}
