package io.loanwright.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.loanwright.web.nodes.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts requests, by one bucket of tokens for each limit and each address or user.
 *
 * <p>Where nodes share a Redis server they count there together. Without one, and while it is away,
 * each counts by itself: keeps {@value #BUCKETS_MAX} buckets at most and forgets those that are
 * full again; whoever is forgotten earlier starts anew, so nobody is refused for it.
 */
@Component
class Meter {

  static final int BUCKETS_MAX = 50_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final RateLimitSettings settings;
  private final TimeMeter time;
  private final @Nullable SharedBuckets shared;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(BUCKETS_MAX)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  @Autowired
  Meter(RateLimitSettings settings, Clock clock, ObjectProvider<RedisLink> redis) {
    this(settings, clock, redis.getIfAvailable());
  }

  /** Counts in Redis, or by itself without a link to one. */
  Meter(RateLimitSettings settings, Clock clock, @Nullable RedisLink redis) {
    this.settings = settings;
    this.time = new Ticks(clock);
    this.shared = redis == null ? null : new SharedBuckets(redis, time);
  }

  private record Key(RateLimit limit, String subject) {}

  /** The application's clock, as the buckets read it. */
  private record Ticks(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(TimeUnit.SECONDS.toNanos(now.getEpochSecond()), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /**
   * What a limit said to a request.
   *
   * @param quota the most requests at once, and in a minute
   * @param remaining how many may follow now
   * @param reset until nothing of the quota is used any more
   * @param retryAfter until the next request is let through; zero if this one was
   */
  record Reading(RateLimit limit, int quota, long remaining, Duration reset, Duration retryAfter) {

    boolean isRefusal() {
      return retryAfter.isPositive();
    }
  }

  boolean isOff() {
    return settings.areOff();
  }

  /** Takes one request from what an address or a user may send. */
  Reading take(RateLimit limit, String subject) {
    int quota = settings.perMinute(limit);
    ConsumptionProbe probe =
        together(limit, subject, quota).orElseGet(() -> alone(limit, subject, quota));
    return new Reading(
        limit,
        quota,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        probe.isConsumed()
            ? Duration.ZERO
            : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
  }

  private Optional<ConsumptionProbe> together(RateLimit limit, String subject, int quota) {
    return shared == null
        ? Optional.empty()
        : shared.take(limit.policy() + " " + subject, bandwidth(quota));
  }

  private ConsumptionProbe alone(RateLimit limit, String subject, int quota) {
    return buckets.get(new Key(limit, subject), _ -> full(quota)).tryConsumeAndReturnRemaining(1);
  }

  private Bucket full(int quota) {
    return Bucket.builder().addLimit(bandwidth(quota)).withCustomTimePrecision(time).build();
  }

  private static Bandwidth bandwidth(int quota) {
    return Bandwidth.builder().capacity(quota).refillGreedy(quota, WINDOW).build();
  }
}
