/**
 * Mail on its way out.
 *
 * <p>Whoever must tell somebody something by e-mail puts it into the {@link
 * io.loanwright.mail.Outbox} in its own transaction; it goes out soon after the commit, and again
 * after a failure, at longer and longer intervals. Promised: no mail of a transaction that was
 * rolled back, and no mail lost by a crash. Not promised: that nothing is ever sent twice.
 *
 * <p>Where no mail server is configured, {@link io.loanwright.mail.Outbox#delivers} says so, and
 * messages are kept for as long as they are of use. Administrators read them on a page and hand
 * them over; each reading is in the trail. What a mail server gets is shown to nobody.
 *
 * <p>Publishes the view {@code mail.message_card}, without what a message says.
 */
@ApplicationModule(displayName = "mail", allowedDependencies = "audit")
@NullMarked
package io.loanwright.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
