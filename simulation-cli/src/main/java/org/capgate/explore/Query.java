package org.capgate.explore;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.jspecify.annotations.Nullable;

/** The part of an address after the question mark, read strictly. */
final class Query {
  private static final Place PLACE = new Place("query", 0, 0);

  private Query() {}

  /**
   * Values by name, in order.
   *
   * @param raw as it stands in the address, still percent-encoded; null or empty gives no values
   * @throws InputException for a repeated name, a part without {@code =} or a wrong encoding
   */
  static Map<String, String> read(@Nullable String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return values;
    }
    if (raw.length() > Limits.QUERY_CHARACTERS) {
      throw complaint(
          "must have at most " + Limits.QUERY_CHARACTERS + " characters, but had " + raw.length());
    }
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals <= 0) {
        throw complaint("every part must be written name=value, but was " + Names.quoted(part));
      }
      String name = decoded(part.substring(0, equals));
      if (values.put(name, decoded(part.substring(equals + 1))) != null) {
        throw complaint(Names.quoted(name) + " is given twice");
      }
    }
    return values;
  }

  /** {@code %C2%B5} and {@code +} as the characters they stand for. */
  private static String decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw complaint(
              "'%' must be followed by two hexadecimal digits, but was " + Names.quoted(text));
        }
        bytes.put((byte) (16 * high + low));
        i += 2;
      } else if (c > ' ' && c < 127) {
        bytes.put((byte) (c == '+' ? ' ' : c));
      } else {
        throw complaint(
            "other characters than ASCII must be encoded, but was " + Names.quoted(text));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(PLACE, "must be UTF-8, but was " + Names.quoted(text), e);
    }
  }

  private static InputException complaint(String what) {
    return new InputException(PLACE, what);
  }
}
