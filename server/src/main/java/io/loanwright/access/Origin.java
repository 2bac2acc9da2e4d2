package io.loanwright.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a call comes from, for the audit trail.
 *
 * @param address the network address, or {@code local} for the program itself
 * @param device what the client says it is (its User-Agent), cut to 200 characters; empty if it
 *     says nothing
 */
public record Origin(String address, String device) {

  private static final int DEVICE_MAX = 200;
  private static final int NETWORK_BYTES = 8;

  /** The program itself. */
  public static final Origin LOCAL = new Origin("local", "");

  public Origin {
    device = device.length() > DEVICE_MAX ? device.substring(0, DEVICE_MAX) : device;
  }

  /** Returns what stands for one place on the network where calls are counted. */
  public String network() {
    return network(address);
  }

  /**
   * Returns an IPv4 address as it is and of an IPv6 address its /64, of which one household has all
   * 2⁶⁴ addresses; what is no address stays what it is.
   */
  public static String network(String address) {
    int zone = address.indexOf('%');
    try {
      InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
          : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
