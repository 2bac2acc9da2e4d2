package io.loanwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis server on 127.0.0.1, which keeps nothing on disk. */
public final class TestRedis implements AutoCloseable {

  /** What it wants to hear from whoever connects. */
  public static final String PASSWORD = "only-for-this-redis";

  private final int port;
  private RedisServer server;

  private TestRedis(int port) {
    this.port = port;
    this.server = start(port);
  }

  /** Starts one on a free port. */
  public static TestRedis start() {
    return new TestRedis(freePort());
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedisServer start(int port) {
    try {
      RedisServer server =
          RedisServer.newRedisServer()
              .port(port)
              .setting("bind 127.0.0.1")
              .setting("save \"\"")
              .setting("requirepass " + PASSWORD)
              .build();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how it is reached, password and all. */
  public String url() {
    return "redis://:" + PASSWORD + "@127.0.0.1:" + port + "/0";
  }

  /** Returns where it listens on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Ends it, and all that it held is lost. */
  public void kill() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again where it was. */
  public void startAgain() {
    server = start(port);
  }

  @Override
  public void close() {
    kill();
  }
}
