package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Chained;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small tables that are sealed like the trail. */
@Configuration(proxyBeanMethods = false)
class PlainTables {

  @Bean
  Chained erasures(JdbcClient jdbc) {
    return new PlainRows(
        jdbc,
        "erasure",
        "audit.erasure",
        """
        ARRAY[(extract(epoch FROM erased_at) * 1000000)::bigint::text, borrower_id::text,
              actor_id::text, parts::text, unsalted::text]
        """);
  }

  @Bean
  Chained archives(JdbcClient jdbc) {
    return new PlainRows(
        jdbc,
        "archive",
        "audit.archive",
        """
        ARRAY[(extract(epoch FROM archived_at) * 1000000)::bigint::text, actor_id::text,
              before_day::text, first_seal::text, last_seal::text, row_count::text,
              (extract(epoch FROM first_at) * 1000000)::bigint::text,
              (extract(epoch FROM last_at) * 1000000)::bigint::text,
              bytes::text, encode(sha256, 'hex'), replaces::text, erasure::text, parts::text,
              unsalted::text, encode(public_key, 'hex'), encode(signature, 'hex')]
        """);
  }
}
