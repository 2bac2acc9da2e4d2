package io.loanwright.web.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import io.loanwright.web.nodes.RedisLink;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The buckets that all nodes take from, kept in Redis until they would be full again. */
final class SharedBuckets {

  private final RedisLink redis;
  private final TimeMeter time;
  private volatile @Nullable Proxies proxies;

  SharedBuckets(RedisLink redis, TimeMeter time) {
    this.redis = redis;
    this.time = time;
  }

  /** What reaches the buckets over one connection. */
  private record Proxies(
      StatefulRedisConnection<byte[], byte[]> connection, ProxyManager<byte[]> manager) {}

  /**
   * Takes one request from a bucket.
   *
   * @param bandwidth how much it holds; another setting is another bucket
   * @return what is left; nothing while Redis is away
   */
  Optional<ConsumptionProbe> take(String name, Bandwidth bandwidth) {
    byte[] key = RedisLink.key(name + " of " + bandwidth.getCapacity());
    return redis.ask(connection ->
        over(connection)
            .builder()
            .build(key, () -> BucketConfiguration.builder().addLimit(bandwidth).build())
            .tryConsumeAndReturnRemaining(1));
  }

  private ProxyManager<byte[]> over(StatefulRedisConnection<byte[], byte[]> connection) {
    Proxies known = proxies;
    if (known == null || !known.connection().equals(connection)) {
      known =
          new Proxies(
              connection,
              Bucket4jLettuce.casBasedBuilder(connection)
                  .clientClock(time)
                  .expirationAfterWrite(
                      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                          Duration.ofSeconds(10)))
                  .build());
      proxies = known;
    }
    return known.manager();
  }
}
