package io.loanwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/**
 * A test that only reads, of the whole application with the demo in it, smaller than the one that
 * people see. All classes with this annotation share one application, whose statements are
 * recorded.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "loanwright.demo=true",
      "loanwright.demo-borrowers=80",
      "loanwright.admin-email=" + People.ADMIN_EMAIL,
      "loanwright.admin-password=" + People.PASSWORD,
      "loanwright.business-date=2026-03-02",
      "loanwright.data-dir=target/data",
      "loanwright.rate-limits=off",
      "loanwright.database.time-zone=" + TestDatabase.TIME_ZONE,
    })
@Import({FlowTestConfiguration.class, RecordedStatements.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface DemoFlowTest {}
