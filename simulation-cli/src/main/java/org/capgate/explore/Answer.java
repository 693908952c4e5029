package org.capgate.explore;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request gets; not changed by anyone.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body its bytes
 * @param headers further ones
 */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  static Answer of(String type, byte[] body) {
    return new Answer(200, type, body, Map.of());
  }

  static Answer json(String body) {
    return of(JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A refusal in one line. */
  static Answer refusal(int status, String message) {
    return new Answer(status, TEXT, (message + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }

  /** To be saved under a name rather than shown. */
  Answer savedAs(String name) {
    return with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
