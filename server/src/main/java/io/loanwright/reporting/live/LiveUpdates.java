package io.loanwright.reporting.live;

import com.zaxxer.hikari.HikariDataSource;
import io.loanwright.access.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The screens that are open, and what they are told.
 *
 * <p>A stream ends by itself after a while and is asked for again, so that a session that has
 * ended, and a permission that was taken away, count then. It ends at once when the program stops.
 * A window that was closed is noticed only when something is sent to it; so who opens too many does
 * not wait for that: his oldest stream ends.
 */
@Component
public class LiveUpdates implements SmartLifecycle {

  /** The most streams of one person, as many windows as are open. */
  static final int STREAMS_MAX = 8;

  private static final Duration PULSE = Duration.ofSeconds(10);

  private final HikariDataSource source;
  private final Duration life;
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean running;
  private @Nullable Listener listener;
  private @Nullable ExecutorService threads;
  private @Nullable ScheduledExecutorService clock;

  LiveUpdates(HikariDataSource source, @Value("${loanwright.updates-life}") Duration life) {
    this.source = source;
    this.life = life;
  }

  /** One screen. */
  private static final class Stream {

    private final Caller caller;
    private final long openedAt = System.nanoTime();
    private final SseEmitter emitter = new SseEmitter(0L);
    private final ReentrantLock lock = new ReentrantLock();

    private Stream(Caller caller) {
      this.caller = caller;
    }

    /** Sends to a client that may be gone or slow; nobody else waits for it. */
    private void send(SseEmitter.SseEventBuilder event) {
      lock.lock();
      try {
        emitter.send(event);
      } catch (IOException | IllegalStateException gone) {
        emitter.completeWithError(gone);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Opens a stream for somebody; nothing if the program is stopping. */
  public Optional<SseEmitter> open(Caller caller) {
    Stream stream = new Stream(caller);
    lock.lock();
    try {
      if (!running) {
        return Optional.empty();
      }
      listen();
      List<Stream> open =
          streams.stream()
              .filter(each -> each.caller.userId().equals(caller.userId()))
              .sorted(Comparator.comparingLong(each -> each.openedAt - stream.openedAt))
              .toList();
      open.stream().limit(Math.max(0, open.size() + 1 - STREAMS_MAX)).forEach(this::replace);
      streams.add(stream);
    } finally {
      lock.unlock();
    }
    stream.emitter.onCompletion(() -> streams.remove(stream));
    stream.emitter.onError(_ -> streams.remove(stream));
    stream.send(SseEmitter.event().comment("open"));
    later(life, () -> end(stream));
    later(PULSE, () -> pulse(stream));
    return Optional.of(stream.emitter);
  }

  /** The connection is made with the first stream; a program that nobody watches needs none. */
  private void listen() {
    if (listener == null) {
      ExecutorService workers =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("updates-", 1).factory());
      threads = workers;
      clock =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofVirtual().name("updates-clock").factory());
      Listener hears = new Listener(source, this::tell);
      listener = hears;
      workers.execute(hears::run);
    }
  }

  private void later(Duration wait, Runnable work) {
    ScheduledExecutorService timer = clock;
    ExecutorService workers = threads;
    if (timer != null && workers != null && running) {
      var _ = timer.schedule(() -> workers.execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void pulse(Stream stream) {
    if (streams.contains(stream)) {
      stream.send(SseEmitter.event().comment("still here"));
      later(PULSE, () -> pulse(stream));
    }
  }

  /** Ends a stream for a newer one; the window, if there still is one, comes back later. */
  private void replace(Stream oldest) {
    streams.remove(oldest);
    ExecutorService workers = threads;
    if (workers != null) {
      workers.execute(() -> {
        oldest.send(SseEmitter.event().name("replaced").data("{}"));
        oldest.emitter.complete();
      });
    }
  }

  private void end(Stream stream) {
    streams.remove(stream);
    stream.emitter.complete();
  }

  private void tell(List<Change> changes) {
    ExecutorService workers = threads;
    for (Stream stream : streams) {
      Set<Topic> topics =
          changes.stream()
              .filter(change -> change.concerns(stream.caller))
              .map(Change::topic)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
      if (!topics.isEmpty() && workers != null) {
        workers.execute(() ->
            stream.send(
                SseEmitter.event()
                    .name("changed")
                    .data(new Changed(topics), MediaType.APPLICATION_JSON)));
      }
    }
  }

  /** What a screen is told. */
  record Changed(Set<Topic> topics) {}

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams: a server that stops waits for the answers that it is giving. */
  @Override
  public void stop() {
    lock.lock();
    try {
      running = false;
      streams.forEach(this::end);
      if (listener != null) {
        listener.stop();
      }
      if (clock != null) {
        clock.shutdownNow();
      }
      if (threads != null) {
        threads.shutdown();
      }
      listener = null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops before the web server does, and starts after it. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
