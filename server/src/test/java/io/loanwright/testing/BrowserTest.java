package io.loanwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/**
 * A test through a real browser: the web page and the whole application, with a database that all
 * browser tests share.
 *
 * <p>Ask for {@link Browsers} in the constructor. Skipped, with a sentence, where there is no
 * Chromium or where the page has not been built; {@code ./loanwright test} provides both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserCondition.class)
@FlowTest
@Import(BrowserTestConfiguration.class)
public @interface BrowserTest {}
