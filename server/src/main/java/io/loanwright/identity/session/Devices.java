package io.loanwright.identity.session;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a user is signed in, and signing out from afar.
 *
 * <p>A session that was ended is over with the next request: each one asks for it.
 */
@Component
public class Devices {

  private final DeviceRows rows;
  private final SessionRows sessions;
  private final SessionLimits limits;
  private final AuditTrail trail;
  private final Clock clock;

  Devices(
      DeviceRows rows, SessionRows sessions, SessionLimits limits, AuditTrail trail, Clock clock) {
    this.rows = rows;
    this.sessions = sessions;
    this.limits = limits;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Returns the sessions of a user that go on, the newest first.
   *
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<Device> list(UUID userId, @Nullable UUID olderThan, int limit) {
    return rows.list(userId, limits.at(clock.instant()), olderThan, limit);
  }

  /** Ends one of the caller's sessions; returns whether it was one of his that went on. */
  @Transactional
  public boolean end(Caller caller, UUID sessionId) {
    Instant now = clock.instant();
    Optional<Device> found = rows.lock(caller.userId(), sessionId, limits.at(now));
    found.ifPresent(device -> {
      sessions.end(sessionId, "DEVICES", now);
      record(caller, "user.end_session", caller.userId(), caller.name(), Ended.of(device));
    });
    return found.isPresent();
  }

  /** Ends all sessions of the caller but the one that he asks from. */
  @Transactional
  public void endOthers(Caller caller, UUID kept) {
    sessions.endAll(caller.userId(), kept, "DEVICES", clock.instant());
    record(caller, "user.end_sessions", caller.userId(), caller.name(), null);
  }

  /** Ends all sessions of a user, because somebody who may says so. */
  @Transactional
  public void endAllOf(Caller caller, UUID userId, String name) {
    sessions.endAll(userId, null, "ADMINISTRATOR", clock.instant());
    record(caller, "user.end_sessions", userId, name, null);
  }

  private void record(
      Caller caller, String action, UUID userId, String name, @Nullable Ended before) {
    trail.record(caller, action, Sessions.subject(userId, name), before, null, null);
  }

  private record Ended(String device, String address, Instant signedInAt) {

    static Ended of(Device device) {
      return new Ended(device.device(), device.address(), device.createdAt());
    }
  }
}
