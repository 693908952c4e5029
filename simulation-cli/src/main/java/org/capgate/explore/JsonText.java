package org.capgate.explore;

import java.util.List;
import org.capgate.input.Numbers;

/** Writes JSON, piece by piece; commas are put where they belong. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  JsonText open(char bracket) {
    separate();
    text.append(bracket);
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    return this;
  }

  JsonText name(String name) {
    separate();
    quote(name);
    text.append(':');
    return this;
  }

  JsonText string(String value) {
    separate();
    quote(value);
    return this;
  }

  JsonText number(double value) {
    separate();
    text.append(Double.isFinite(value) ? Numbers.text(value) : "null");
    return this;
  }

  /** Seven digits, more than a screen shows. */
  JsonText brief(double value) {
    separate();
    String digits = Float.toString((float) value);
    text.append(Float.isFinite((float) value) ? digits : "null");
    return this;
  }

  JsonText bool(boolean value) {
    separate();
    text.append(value);
    return this;
  }

  JsonText nothing() {
    separate();
    text.append("null");
    return this;
  }

  JsonText strings(List<String> values) {
    open('[');
    values.forEach(this::string);
    return close(']');
  }

  private void separate() {
    if (text.length() > 0 && "[{:,".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(',');
    }
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        String digits = Integer.toHexString(c);
        text.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
