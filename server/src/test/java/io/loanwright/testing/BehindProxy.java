package io.loanwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A flow test of an application that believes its caller, the test, to be a proxy: {@code
 * X-Forwarded-For} makes it anybody. The rate limits are those of people: use addresses of your
 * own. Two other origins may call, and who sends slowly is cut off after two seconds. All classes
 * with this annotation share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FlowTest
@TestPropertySource(
    properties = {
      "loanwright.trusted-proxies=127.0.0.1, 10.1.0.0/16",
      "loanwright.rate-limits=on",
      "loanwright.patience=2s",
      "loanwright.cors-origins=https://app.example.test, http://localhost:3000",
    })
public @interface BehindProxy {}
