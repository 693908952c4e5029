package org.capgate.cli.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.capgate.scenario.Scenario;

/** One hash for what a result follows from: sixteen hexadecimal digits, equal for equal input. */
public final class Specification {
  private Specification() {}

  public static String of(List<Scenario> scenarios) {
    return of(scenarios.stream().map(Scenario::hash).collect(Collectors.joining()));
  }

  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
