package io.loanwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole application through HTTP, on a port and a database of its own.
 *
 * <p>Ask for {@link Http} and beans in the constructor. All classes with this annotation and
 * nothing else that changes the context share one application and one database: make the borrowers,
 * users and loans that a test needs, and never count rows that others may have added. All requests
 * come from one address, mostly as one administrator, so the rate limits are a hundred times as
 * wide as for people.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "loanwright.admin-email=" + People.ADMIN_EMAIL,
      "loanwright.admin-password=" + People.PASSWORD,
      "loanwright.business-date=2026-03-02",
      "loanwright.data-dir=target/data",
      "loanwright.rate-limits=100",
      "loanwright.database.time-zone=" + TestDatabase.TIME_ZONE,
    })
@Import(FlowTestConfiguration.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface FlowTest {}
