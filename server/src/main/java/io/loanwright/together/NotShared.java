package io.loanwright.together;

/**
 * A command cannot be carried out with others, since it would wait for what another transaction may
 * have, and that for what it has. It has written nothing.
 */
public final class NotShared extends RuntimeException {

  NotShared() {
    super("The command has a transaction of its own", null, false, false);
  }
}
