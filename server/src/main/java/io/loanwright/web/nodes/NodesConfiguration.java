package io.loanwright.web.nodes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Connects to Redis where the settings name one. */
@Configuration(proxyBeanMethods = false)
@Conditional(NodesConfiguration.IsSet.class)
class NodesConfiguration {

  /** Whether the setting is there; a URL that is empty is none. */
  static final class IsSet implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("loanwright.redis-url", "").isBlank();
    }
  }

  @Bean(destroyMethod = "close")
  RedisLink redisLink(@Value("${loanwright.redis-url}") String url) {
    return RedisLink.to(url);
  }
}
