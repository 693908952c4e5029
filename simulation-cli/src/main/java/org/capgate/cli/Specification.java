package org.capgate.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.capgate.scenario.Scenario;

/** One hash for several scenarios: sixteen hexadecimal digits, equal for equal lists. */
final class Specification {
  private Specification() {}

  static String of(List<Scenario> scenarios) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Scenario scenario : scenarios) {
        digest.update(scenario.hash().getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
