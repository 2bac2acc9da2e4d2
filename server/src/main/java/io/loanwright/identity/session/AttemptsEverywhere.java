package io.loanwright.identity.session;

import io.loanwright.web.SharedMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attempts that all nodes know of, by the clock of the memory that they share; while it is away,
 * each node counts its own.
 */
final class AttemptsEverywhere implements Attempts {

  /**
   * Told: whether to count, the longest wait and how long an attempt counts in milliseconds, and
   * the free attempts of each key. Returns the wait in milliseconds.
   */
  private static final String ADMIT =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      local wait = 0
      for i, key in ipairs(KEYS) do
        local kept = redis.call('HMGET', key, 'count', 'last')
        local over = tonumber(kept[1] or 0) - tonumber(ARGV[3 + i])
        if over >= 0 then
          local pause = math.min(2 ^ math.min(over, 6) * 1000, tonumber(ARGV[2]))
          wait = math.max(wait, tonumber(kept[2]) + pause - now)
        end
      end
      if wait <= 0 and ARGV[1] == '1' then
        for _, key in ipairs(KEYS) do
          redis.call('HINCRBY', key, 'count', 1)
          redis.call('HSET', key, 'last', string.format('%.0f', now))
          redis.call('PEXPIRE', key, ARGV[3])
        end
      end
      return wait
      """;

  private static final String FORGET =
      """
      redis.call('DEL', KEYS[1])
      if KEYS[2] and redis.call('EXISTS', KEYS[2]) == 1
          and redis.call('HINCRBY', KEYS[2], 'count', -1) <= 0 then
        redis.call('DEL', KEYS[2])
      end
      return 0
      """;

  private final SharedMemory memory;
  private final Attempts here;

  /**
   * Counts in a memory.
   *
   * @param here what counts while that is away
   */
  AttemptsEverywhere(SharedMemory memory, Attempts here) {
    this.memory = memory;
    this.here = here;
  }

  @Override
  public Duration admit(List<Counted> each) {
    return ask(each, true).orElseGet(() -> here.admit(each));
  }

  @Override
  public Duration remaining(List<Counted> each) {
    return ask(each, false).orElseGet(() -> here.remaining(each));
  }

  /** Also here: it may have been away when the attempt began. */
  @Override
  public void forget(String all, @Nullable String once) {
    here.forget(all, once);
    List<String> keys = once == null ? List.of(key(all)) : List.of(key(all), key(once));
    memory.run(FORGET, keys, List.of());
  }

  private Optional<Duration> ask(List<Counted> each, boolean counts) {
    List<Long> told = new ArrayList<>();
    told.add(counts ? 1L : 0L);
    told.add(WAIT_MAX.toMillis());
    told.add(MEMORY.toMillis());
    each.forEach(counted -> told.add((long) counted.free()));
    return memory
        .run(ADMIT, each.stream().map(counted -> key(counted.name())).toList(), told)
        .map(Duration::ofMillis);
  }

  private static String key(String name) {
    return "attempts of " + name;
  }
}
