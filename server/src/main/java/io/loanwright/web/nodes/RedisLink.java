package io.loanwright.web.nodes;

import io.github.bucket4j.TimeoutException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.loanwright.web.SettingUnusable;
import io.loanwright.web.SharedMemory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to Redis, which all requests of this node share.
 *
 * <p>Whoever asks waits {@link #PATIENCE} at most. The first who gets no answer closes the
 * connection; from then on nobody waits, and it is opened again in the background. Both are said
 * once in the log, without the password.
 */
public final class RedisLink implements SharedMemory, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
  private static final long RETRY_MILLIS = 1_000;
  private static final String PREFIX = "loanwright:";
  private static final Pattern SCHEME = Pattern.compile("(?i)rediss?://.+");

  private final RedisClient client;
  private final String place;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("redis-link").factory());
  private final AtomicReference<@Nullable StatefulRedisConnection<byte[], byte[]>> connection =
      new AtomicReference<>();

  private RedisLink(RedisClient client, String place) {
    this.client = client;
    this.place = place;
  }

  /**
   * Connects; where nobody answers, the link is there all the same and tries again.
   *
   * @param url {@code redis://} or {@code rediss://}, which is over TLS, with user and password
   *     where the server wants them
   * @throws SettingUnusable if it is no such URL
   */
  public static RedisLink to(String url) {
    RedisURI uri = parse(url.strip());
    uri.setTimeout(PATIENCE);
    RedisClient client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).build())
            .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
            .build());
    RedisLink link = new RedisLink(client, uri.getHost() + ":" + uri.getPort());
    try {
      link.connect();
      LOG.info("Rate limits are shared through Redis at {}", link.place);
    } catch (RuntimeException e) {
      link.sayAway(e);
      link.connectSoon();
    }
    return link;
  }

  /** Reads the URL; what is wrong with it is not said by repeating it, as it has a password. */
  private static RedisURI parse(String url) {
    try {
      if (SCHEME.matcher(url).matches()) {
        RedisURI uri = RedisURI.create(url);
        if (uri.getHost() != null && !uri.getHost().isBlank()) {
          return uri;
        }
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("The URL of Redis cannot be read: {}", e.getClass().getSimpleName());
    }
    throw new SettingUnusable(
        "LOANWRIGHT_REDIS_URL must be like redis://host:6379/0 or rediss://user:password@host:6379/0.",
        null);
  }

  /**
   * Asks Redis something.
   *
   * @return the answer; nothing while it is away
   */
  public <T> Optional<T> ask(Function<StatefulRedisConnection<byte[], byte[]>, T> question) {
    StatefulRedisConnection<byte[], byte[]> open = connection.get();
    if (open == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(open));
    } catch (RedisException | TimeoutException e) {
      lost(open, e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<Long> run(String script, List<String> keys, List<Long> arguments) {
    byte[][] hashed = keys.stream().map(RedisLink::key).toArray(byte[][]::new);
    byte[][] told =
        arguments.stream().map(number -> bytes(number.toString())).toArray(byte[][]::new);
    return ask(open -> open.sync().<Long>eval(script, ScriptOutputType.INTEGER, hashed, told));
  }

  /** Returns what a name is kept under: nobody reads addresses and logins in Redis. */
  public static byte[] key(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(name));
      return bytes(PREFIX + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Opens the connection and proves that Redis keeps what it is given. */
  private void connect() {
    StatefulRedisConnection<byte[], byte[]> opened = client.connect(ByteArrayCodec.INSTANCE);
    try {
      opened.sync().set(bytes(PREFIX + "probe"), bytes("1"), SetArgs.Builder.px(RETRY_MILLIS));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    connection.set(opened);
  }

  private void lost(StatefulRedisConnection<byte[], byte[]> open, RuntimeException why) {
    if (connection.compareAndSet(open, null)) {
      sayAway(why);
      connectSoon();
      Thread.ofVirtual().start(open::close);
    }
  }

  private void sayAway(RuntimeException why) {
    Throwable cause = why;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    LOG.warn(
        "Redis at {} is away ({}); this node counts requests and failed sign-ins by itself until it"
            + " is back",
        place,
        cause.getClass().getSimpleName());
  }

  private void connectSoon() {
    try {
      var _ = background.schedule(this::connectAgain, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Redis is needed no more");
    }
  }

  private void connectAgain() {
    try {
      connect();
      LOG.warn("Redis at {} is back; rate limits are shared again", place);
    } catch (RuntimeException e) {
      connectSoon();
    }
  }

  /** Ends the connection and tries no more. */
  @Override
  public void close() {
    background.shutdownNow();
    client.shutdown(Duration.ZERO, PATIENCE);
  }
}
