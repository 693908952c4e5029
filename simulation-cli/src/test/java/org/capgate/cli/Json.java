package org.capgate.cli;

/** Checks that a text is one JSON value as RFC 8259 defines it. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  public static void check(String text) {
    Json json = new Json(text);
    json.value();
    json.blank();
    if (json.at != text.length()) {
      throw json.wrong("the end");
    }
  }

  private void value() {
    blank();
    switch (peek()) {
      case '{' -> members('}', true);
      case '[' -> members(']', false);
      case '"' -> string();
      default -> word();
    }
  }

  private void members(char end, boolean named) {
    at++;
    blank();
    if (peek() == end) {
      at++;
      return;
    }
    while (true) {
      if (named) {
        blank();
        string();
        blank();
        take(':');
      }
      value();
      blank();
      if (peek() == end) {
        at++;
        return;
      }
      take(',');
    }
  }

  private void string() {
    take('"');
    while (peek() != '"') {
      if (peek() < ' ') {
        throw wrong("no control character in a string");
      }
      if (peek() == '\\') {
        at++;
        if (peek() == 'u') {
          Integer.parseInt(text.substring(at + 1, at + 5), 16);
          at += 4;
        } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
          throw wrong("an escape");
        }
      }
      at++;
    }
    at++;
  }

  private void word() {
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (!word.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = from;
      throw wrong("a value");
    }
  }

  private void blank() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw wrong("'" + expected + "'");
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private AssertionError wrong(String expected) {
    String near = text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 10));
    return new AssertionError("expected " + expected + " at character " + at + " near " + near);
  }
}
